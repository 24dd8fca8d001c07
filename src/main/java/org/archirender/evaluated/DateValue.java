package org.archirender.evaluated;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.archirender.python.library.PyFunction;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.text.Regex;

/** A Python {@code datetime} without time zone, with the directives of {@code strptime} and {@code strftime} in English. */
record DateValue(LocalDateTime date) implements PyObject {
    private static final int LONGEST_FORMAT = 500;

    /** What a directive reads ({@code _strptime.TimeRE}); the others are for {@code strftime} only. */
    private static String pattern(char directive) {
        return switch (directive) {
            case 'd' -> "(3[0-1]|[1-2][0-9]|0[1-9]|[1-9]| [1-9])";
            case 'm' -> "(1[0-2]|0[1-9]|[1-9])";
            case 'Y' -> "([0-9]{4})";
            case 'y' -> "([0-9]{2})";
            case 'H' -> "(2[0-3]|[0-1][0-9]|[0-9])";
            case 'M', 'S' -> "([0-5][0-9]|[0-9])";
            case 'b' -> "(" + String.join("|", months(true)) + ")";
            case 'B' -> "(" + String.join("|", months(false)) + ")";
            default -> throw PythonException.unsupported("the directive %" + directive + " of strptime()");
        };
    }

    /** January, or Jan where {@code isShort}. */
    private static String english(Enum<?> monthOrDay, boolean isShort) {
        String name = capitalized(monthOrDay.name());
        return isShort ? name.substring(0, 3) : name;
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static List<String> months(boolean areShort) {
        return Arrays.stream(Month.values())
                .map(month -> english(month, areShort))
                .toList();
    }

    /**
     * {@code datetime.datetime.strptime(text, format)}: what the format leaves out is of 1 January 1900, 0:00.
     *
     * @throws PythonException a ValueError where the text is not of that format
     */
    static DateValue parse(String text, String format) {
        if (format.length() > LONGEST_FORMAT) {
            throw PythonException.limit("a date's format of more than " + LONGEST_FORMAT + " characters");
        }
        StringBuilder pattern = new StringBuilder("^(?iU)");
        StringBuilder directives = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            char c = format.charAt(i++);
            char next = c == '%' && i < format.length() ? format.charAt(i++) : ' ';
            if (c == '%' && next != '%') {
                pattern.append(pattern(next));
                directives.append(next);
            } else if (PyStr.isSpace(c)) {
                boolean again = i > 1 && PyStr.isSpace(format.charAt(i - 2));
                pattern.append(again ? "" : "\\s+");
            } else {
                pattern.append(Pattern.quote(String.valueOf(c)));
            }
        }
        Optional<MatchResult> match = Regex.of(pattern.toString()).search(text);
        if (match.isEmpty() || match.get().end() != text.length()) {
            throw PythonException.value(
                    "time data " + new PyStr(text).repr() + " does not match format " + new PyStr(format).repr());
        }
        return new DateValue(date(directives.toString(), match.get()));
    }

    private static LocalDateTime date(String directives, MatchResult match) {
        LocalDateTime date = LocalDateTime.of(1900, 1, 1, 0, 0);
        try {
            // The day comes last, since the month says how many there are.
            for (char directive : new char[] {'Y', 'y', 'm', 'b', 'B', 'd', 'H', 'M', 'S'}) {
                int group = directives.indexOf(directive) + 1;
                if (group > 0) {
                    date = with(date, directive, match.group(group).strip());
                }
            }
            return date;
        } catch (DateTimeException e) {
            throw PythonException.value("day is out of range for month");
        }
    }

    private static LocalDateTime with(LocalDateTime date, char directive, String text) {
        boolean named = directive == 'b' || directive == 'B';
        int number = named ? 1 + months(directive == 'b').indexOf(capitalized(text)) : Integer.parseInt(text);
        return switch (directive) {
            case 'Y' -> {
                if (number < 1000) {
                    throw PythonException.unsupported("a year before 1000");
                }
                yield date.withYear(number);
            }
            case 'y' -> date.withYear(number < 69 ? 2000 + number : 1900 + number);
            case 'm', 'b', 'B' -> date.withMonth(number);
            case 'd' -> date.withDayOfMonth(number);
            case 'H' -> date.withHour(number);
            case 'M' -> date.withMinute(number);
            default -> date.withSecond(number);
        };
    }

    @Override
    public String typeName() {
        return "datetime.datetime";
    }

    /** {@code date.strftime(format)}, and what {@code '{:%Y}'.format(date)} gives for {@code %Y}. */
    @Override
    public String format(String format) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            char c = format.charAt(i++);
            out.append(c == '%' ? directive(i < format.length() ? format.charAt(i++) : ' ') : String.valueOf(c));
        }
        return out.toString();
    }

    private String directive(char directive) {
        return switch (directive) {
            case 'Y' -> String.valueOf(date.getYear());
            case 'y' -> digits(2, date.getYear() % 100);
            case 'm' -> digits(2, date.getMonthValue());
            case 'd' -> digits(2, date.getDayOfMonth());
            case 'j' -> digits(3, date.getDayOfYear());
            case 'H' -> digits(2, date.getHour());
            case 'M' -> digits(2, date.getMinute());
            case 'S' -> digits(2, date.getSecond());
            case 'b' -> english(date.getMonth(), true);
            case 'B' -> english(date.getMonth(), false);
            case 'a' -> english(date.getDayOfWeek(), true);
            case 'A' -> english(date.getDayOfWeek(), false);
            case '%' -> "%";
            default -> throw PythonException.unsupported("the directive %" + directive + " of strftime()");
        };
    }

    private static String digits(int count, int number) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, count - digits.length())) + digits;
    }

    @Override
    public String str() {
        return format("%Y-%m-%d %H:%M:%S");
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        return Optional.of(
                switch (name) {
                    case "year" -> PyInt.of(date.getYear());
                    case "month" -> PyInt.of(date.getMonthValue());
                    case "day" -> PyInt.of(date.getDayOfMonth());
                    case "hour" -> PyInt.of(date.getHour());
                    case "minute" -> PyInt.of(date.getMinute());
                    case "second" -> PyInt.of(date.getSecond());
                    case "strftime" -> function(name, this::format);
                    default -> throw PythonException.unsupported("the attribute '" + name + "' of a datetime");
                });
    }

    private static PyFunction function(String name, Function<String, String> body) {
        return new PyFunction(name, arguments -> {
            Arguments.Bound given = arguments.bind(name, List.of("format"));
            return new PyStr(body.apply(RecipeFunctions.text(name, given.get(0))));
        });
    }

    @Override
    public Optional<PyValue> operate(Operator operator, PyValue other, boolean reflected) {
        throw PythonException.unsupported("the operator '" + operator.symbol() + "' of a datetime");
    }
}
