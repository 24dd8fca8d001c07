"""Answers what Python and Jinja make of an expression or a template.

One JSON object a line on standard input: {"expression": text} or {"template": text}.
One JSON object a line on standard output: {"result": text} or {"error": name of the exception}.
The undefined values are as lenient as the ones that recipes are rendered with.
"""

import json
import sys
import warnings

import jinja2

NAMES = {
    "a": 7,
    "b": -3,
    "half": 0.5,
    "big": 10**20,
    "yes": True,
    "no": False,
    "nothing": None,
    "name": "libExample",
    "version": "1.10.2",
    "text": "  two words\t",
    "empty": "",
    "numbers": (3, 1, 2),
    "words": ["pear", "Apple", "fig"],
    "table": {"x": 1, "y": [1, 2], "name": "inner"},
}


class Lenient(jinja2.Undefined):
    def _again(self, *args, **kwargs):
        return Lenient(name=self._undefined_name)

    def __getattr__(self, attribute):
        return None

    __str__ = __repr__ = lambda self: ""
    __int__ = lambda self: 0
    __float__ = lambda self: 0.0


for _operation in (
    "add radd mul rmul truediv rtruediv floordiv rfloordiv mod rmod pos neg "
    "call getitem lt le gt ge pow rpow"
).split():
    setattr(Lenient, f"__{_operation}__", Lenient._again)


@jinja2.pass_context
def _at_runtime(context, value):
    return value


# Nothing is evaluated at compile time: there Jinja's operators differ a little from what they are at runtime.
ENVIRONMENT = jinja2.Environment(undefined=Lenient, optimized=False, finalize=_at_runtime)


def names():
    return {
        key: list(value) if isinstance(value, list) else dict(value) if isinstance(value, dict) else value
        for key, value in NAMES.items()
    }


def answer(question):
    try:
        if "expression" in question:
            return {"result": repr(eval(question["expression"], {}, names()))}
        return {"result": ENVIRONMENT.from_string(question["template"]).render(names())}
    except RecursionError:
        return {"error": "RecursionError"}
    except Exception as error:
        return {"error": type(error).__name__ + ": " + str(error)}


def main():
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))))


main()
