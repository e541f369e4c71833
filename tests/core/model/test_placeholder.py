"""What counts as a variable in a text, and what only looks like one."""

import pytest

from desktop.core.model.placeholder import NAME_CAP, name_in, placeholders


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("base", "base"),
        ("  base\t", "base"),
        ("api-key.v2_$", "api-key.v2_$"),
        ("größe", "größe"),
        ("$randomInt 1 10", "$randomInt 1 10"),
        ("my key", ""),
        ("", ""),
        ("   ", ""),
        ('"a": 1', ""),
        ("a\nb", ""),
        ("x" * NAME_CAP, "x" * NAME_CAP),
        ("x" * (NAME_CAP + 1), ""),
    ],
)
def test_a_name_is_letters_digits_and_few_signs(inside, name):
    assert name_in(inside) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{a}}/{{ b }}", [(0, 5, "a"), (6, 13, "b")]),
        ('{"x":{{a}}}', [(5, 10, "a")]),
        ("{{{a}}}", [(1, 6, "a")]),
        ("{{a}", []),
        ("{{a{{b}}", [(3, 8, "b")]),
        ('[{{"a": 1}}]', []),
    ],
)
def test_finds_each_variable_with_its_place(text, found):
    assert list(placeholders(text)) == found
