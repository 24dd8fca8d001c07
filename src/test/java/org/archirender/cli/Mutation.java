package org.archirender.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Breaks files in the ways that break their readers: bytes, lines, and words that mean something to one of them. */
record Mutation(Random random) {
    /** Times that something is repeated where a reader that recurses runs out of stack. */
    private static final int LONG = 20_000;

    private static final Pattern WORD = Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"|[\\w.@/~-]+");

    /** What YAML, Jinja, Python, FreeMarker, git, a URI, a path, a regular expression or a date may trip over. */
    private static final List<String> WORDS = List.of(
            "9".repeat(25),
            "-" + "9".repeat(400),
            "1e999",
            "1e-999999999",
            "0x" + "f".repeat(40),
            "0b2",
            "08",
            "1" + ":30".repeat(LONG),
            "1:30:00",
            "190:20:30.15",
            "1_000",
            ".inf",
            ".NaN",
            "2147483648",
            "-1",
            "0",
            "1.",
            "2024-02-30",
            "2024-13-45",
            "+999999999-12-31",
            "0000-00-00",
            "true",
            "~",
            "null",
            "''",
            "\"\"",
            "' '",
            "\"\\0\"",
            "\"\\ud800\"",
            "\"a\\nb\\r\"",
            "\"\\x85\\u2028\"",
            "&a [*a]",
            "&a {? *a : *a}",
            "*nobody",
            "{<<: *x}",
            "<<: [1, 2]",
            "? [a, b]\n: c",
            "!!python/object:os.system x",
            "!!int x",
            "!!binary 1",
            "!!set {a, b}",
            "!<tag:yaml.org,2002:float> y",
            "%YAML 9.9\n---\n",
            "%TAG ! !!\n---\n",
            "\n---\n",
            "\n...\n",
            "\t",
            "\r",
            "\r\n",
            "\0",
            "\ufeff",
            "\u0085",
            "\u2028",
            "\ufffe",
            "\ud83d\ude00",
            "\u0130\u0131\u00df\u0661",
            "a\u0301",
            "[]",
            "{}",
            "[",
            "}",
            "- ",
            "- - -",
            "|9",
            ">-",
            "'",
            "\"",
            "`",
            "\\",
            " #",
            "# [",
            "# [(",
            "# [not]",
            "# [win] # [x",
            "# [" + "(".repeat(40),
            "@",
            "@@",
            "@target@",
            "@nobody@",
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "{{ version }}",
            "{{ 1 / 0 }}",
            "{{ '%*d' % (9, 9) }}",
            "{{ '{0.a[b]:>{1}}'.format(1, 2) }}",
            "{{ 'x' * 99999999 }}",
            "{{ 9 ** 9 ** 9 }}",
            "{{ compiler() }}",
            "{{ pin_compatible(1, 2, 3) }}",
            "{{ name[99] }}",
            "{{ [] | first }}",
            "${{ [] | first }}",
            "${{ 9 ** 9 ** 9 }}",
            "${{ 'a' * 99999999 }}",
            "${{ compiler() }}",
            "${{ match(1, '') }}",
            "${{ pin_subpackage(1, exact=2) }}",
            "${{ env.get() }}",
            "${{ x if }}",
            "${{ 1 is divisibleby }}",
            "${{ '' | split('') }}",
            "${{ [1, 'a'] | sort | max }}",
            "${{ version[::0] }}",
            "{if: linux, then: [{if: win, else: a}]}",
            "if: \"${{ 1 }}\"",
            "{% if %}",
            "{% for a, b in 'x' %}",
            "{% set a, b = 1 %}",
            "{% include 'x' %}",
            "{% raw %}",
            "{%- endif -%}",
            "${",
            "${{",
            "[=",
            "[=x]",
            "[#if",
            "[/#if]",
            "[#list 1..9999999999 as i]",
            "[#assign x = 'a'?eval]",
            "[=.now]",
            "[=1?string['0.0E0']]",
            "[=1?string['#;;']]",
            "[='x'?date('Q')]",
            "[='a'?left_pad(-1)]",
            "[=[]?first]",
            "[=port?keys[9]]",
            "[=1/0]",
            "[='('?matches('(')]",
            "[#recurse]",
            "<#",
            "~(",
            "~[",
            "~(a*)*$",
            "~\\",
            "~a{99999999999}",
            "~(?<x>",
            "^",
            "/",
            "//",
            "..",
            "../../x",
            "/etc/passwd",
            "C:\\x",
            ".git/config",
            "a\\b",
            "a/",
            "con",
            ".",
            "*",
            "\u202e",
            "ssh://git@[::1",
            "https://x:99999/{name}",
            "https://x:-1/{name}",
            "https://[::1%25",
            "http:// x/{name}",
            "https:///{name}",
            "file:///\0{name}",
            "git@x:{name}",
            "ftp://x/{name}",
            "x://y/{name}",
            "ext::sh -c x",
            "https://u:p@x/{name}",
            "{feedstock",
            "{0}",
            "%s%n%d%",
            "$1\\",
            "a..b",
            "a~b",
            "a.lock",
            "@{u}",
            "HEAD",
            "refs/heads/",
            "-x",
            "<>",
            "a <b> c",
            "linux-aarch64",
            "linux_aarch64",
            "win-64",
            "linux-",
            "noarch",
            "version >= ",
            "version >= 1..2!x",
            "1!2.0.post1+a",
            "build/number[",
            "outputs[",
            "outputs[]/x",
            "outputs[99999999999]/x",
            "source[-1]",
            "a//b",
            "build/skip[win",
            "--- a/x\n+++ b/x\n",
            "@@ -1,3 +1,3 @@\n",
            "@@ -0,0 +1 @@\n",
            "@@ -9999999999,1 +1 @@\n",
            "@@ -1,2147483647 +1,2147483647 @@\n",
            "\\ No newline at end of file\n",
            "GIT binary patch\n",
            "old mode 120000\n",
            "rename from a\n",
            "diff --git a/x b/y\n",
            "#!/bin/sh",
            "if",
            "<<EOF",
            "python",
            "zip_keys",
            "name",
            "version");

    /** The bytes of {@code file} broken in one to three places, with pieces of {@code others}. */
    byte[] of(byte[] file, List<byte[]> others) {
        String text = new String(file, ISO_8859_1); // a char for each byte
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            text = once(text, new String(others.get(random.nextInt(others.size())), ISO_8859_1));
        }
        return text.getBytes(ISO_8859_1);
    }

    private String once(String text, String other) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        int kind = random.nextInt(200);
        return switch (kind / 20) {
            case 0 ->
                replaced(text, from, Math.min(text.length(), from + 1), String.valueOf((char) random.nextInt(256)));
            case 1 -> replaced(text, from, to, "");
            case 2 -> replaced(text, from, from, text.substring(from, to).repeat(kind == 40 ? LONG : 1 + kind % 4));
            case 3 -> lines(text, other);
            case 4 -> replaced(text, from, from, bytesOfWord());
            case 5 -> text.substring(0, from);
            default -> wordReplaced(text);
        };
    }

    /** A line of the file, or several, with a line of another in place of it, or twice, or gone. */
    private String lines(String text, String other) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        List<String> strange = other.lines().toList();
        if (lines.isEmpty() || strange.isEmpty()) {
            return text;
        }
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.add(at, strange.get(random.nextInt(strange.size())));
            default ->
                lines.set(at, " ".repeat(random.nextInt(6)) + lines.get(at).strip());
        }
        return String.join("\n", lines) + "\n";
    }

    private String wordReplaced(String text) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return text + bytesOfWord();
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        return replaced(text, word.start(), word.end(), bytesOfWord());
    }

    private static String replaced(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    /** One of the words. */
    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** One of the words as the name of a file. */
    String name() {
        String name = word().replaceAll("[/\\x00]", "");
        return name.isEmpty() || name.matches("\\.+") ? "a b" : name;
    }

    private String bytesOfWord() {
        return new String(word().getBytes(UTF_8), ISO_8859_1);
    }
}
