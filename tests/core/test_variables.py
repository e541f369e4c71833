"""Variables are found and filled by a plain look-up."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import limits
from desktop.core.errors import UnsetVariable
from desktop.core.model.request import Body, Request, Row
from desktop.core.variables import FilledTooLong, fill, fill_request, names_in

VALUES = {"a": "1", "b": "{{a}}", "self": "x{{self}}", "empty": "", "$guid": "42"}.get


def test_names_come_once_each_in_the_order_of_the_text():
    assert names_in("{{b}}/{{ a }}?{{b}}={{$now 1}}{{}}{{not a name}}") == ("b", "a", "$now 1")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("", ""),
        ("no braces", "no braces"),
        ("{{a}}", "1"),
        ("x{{ a }}y{{a}}z", "x1y1z"),
        ("{{empty}}", ""),
        ("{{b}}", "{{a}}"),
        ("{{self}}", "x{{self}}"),
        ("{{{a}}}", "{1}"),
        ("{{$guid}}", "42"),
        ('{"x":{"y":{}}}', '{"x":{"y":{}}}'),
        ('[{{"a": 1}}, {{ }}]', '[{{"a": 1}}, {{ }}]'),
        ('{"n":{{a}},"m":{"k":{{a}}}}', '{"n":1,"m":{"k":1}}'),
        ("{{ range.constructor('x')() }}", "{{ range.constructor('x')() }}"),
        ("{{a", "{{a"),
    ],
)
def test_fills_in_one_pass(text, filled):
    assert fill(text, VALUES) == filled


def test_a_name_without_a_value_is_said():
    with pytest.raises(UnsetVariable) as raised:
        fill("{{a}}{{ missing }}", VALUES)
    assert raised.value.name == "missing"


def test_a_value_named_very_often_stops_at_the_limit():
    with pytest.raises(FilledTooLong) as raised:
        fill("{{x}}" * 1_000_000, {"x": "y" * 1_000_000}.get)
    assert raised.value.facts() == {"limit": limits.FILLED_CAP}


@pytest.mark.parametrize("text", ["{{" * 1_000_000, "{{" + " " * 2_000_000, "{{$a " * 400_000])
def test_a_hostile_text_takes_no_more_than_its_length(text):
    begun = time.perf_counter()
    assert fill(text, VALUES) == text
    assert time.perf_counter() - begun < 5


@given(st.text(st.sampled_from("{} a$\n") | st.characters(), max_size=50))
def test_a_text_without_names_is_left_alone(text):
    if not names_in(text):
        assert fill(text, VALUES) == text


def test_fills_what_is_sent_and_nothing_else():
    off = Row("{{missing}}", "{{missing}}", enabled=False)
    request = Request(
        name="{{missing}}",
        method="{{a}}GET",
        url="http://h/{{a}}?q={{a}}",
        params=(Row("q", "{{a}}", raw="q={{a}}"),),
        headers=(Row("X-{{a}}", "v{{a}}", note="{{missing}}"), off),
        body=Body("json", '{"n": {{a}}}'),
    )
    filled = fill_request(request, VALUES)
    assert filled == Request(
        name="{{missing}}",
        method="1GET",
        url="http://h/1?q=1",
        params=request.params,
        headers=(Row("X-1", "v1", note="{{missing}}"), off),
        body=Body("json", '{"n": 1}'),
    )


def test_a_body_that_is_not_sent_needs_no_values():
    request = Request(body=Body("none", "{{missing}}"))
    assert fill_request(request, VALUES) == request
