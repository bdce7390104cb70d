import json
import signal
import subprocess
import sys
import time
import tracemalloc

import pytest

from analysis.errors import InputError
from analysis.jobs.code import code_file
from tests.servers import ROOT
from tests.surveys.folders import LIBRARY, REAL


def code(folder, *lines, survey=REAL):
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text(
        "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    )
    code_file(source, target, survey)
    return [json.loads(line) for line in target.read_text().splitlines()]


def line(text, question="O2", id_="1"):
    return {"id": id_, "question": question, "text": text}


def test_each_text_gets_a_line_with_its_id(tmp_path):
    found = code(tmp_path, line("No letter yet.", id_="a"), line("Nothing", id_="b"))
    assert [row["id"] for row in found] == ["a", "b"]


def test_codes_segments_and_flags_are_written(tmp_path):
    text = "Mrs Okonjo was kind. Still waiting for the decision letter."
    [row] = code(tmp_path, line(text))
    assert row["codes"]["TIM-2"] == "-"
    [segment] = [part for part in row["segments"] if part["code"] == "TIM-2"]
    assert set(segment) == {"start", "end", "code", "polarity", "confidence"}
    assert row["flags"] == []


def test_offsets_point_into_the_text_as_given(tmp_path):
    text = "Mrs Okonjo-Hale rang. Still waiting for the decision letter."
    [row] = code(tmp_path, line(text))
    places = [text[part["start"] : part["end"]] for part in row["segments"]]
    assert "Still waiting for the decision letter." in places


def test_what_the_question_is_for_turns_a_bare_phrase(tmp_path):
    text = "The decision letter"
    wished, problem = code(tmp_path, line(text, "O5"), line(text, "O2"))
    assert wished["codes"] == {"TIM-2": "suggestion"}
    assert problem["codes"] == {"TIM-2": "-"}


def test_an_answer_of_nothing_is_flagged_and_has_no_codes(tmp_path):
    [row] = code(tmp_path, line("n/a"))
    assert (row["codes"], row["segments"], row["flags"]) == ({}, [], ["off-topic"])


def test_another_survey_has_its_own_codes(tmp_path):
    [row] = code(tmp_path, line("Same books again, read them all before."), survey=LIBRARY)
    assert row["codes"] == {"BOOK-1": "-"}


def test_empty_lines_and_a_byte_order_mark_do_no_harm(tmp_path):
    lines = ["\ufeff" + json.dumps(line("No letter")), "", line("Late")]
    assert len(code(tmp_path, *lines, survey=LIBRARY)) == 2


def test_a_number_as_id_comes_back_as_it_was(tmp_path):
    assert code(tmp_path, line("No letter", id_=7), survey=LIBRARY)[0]["id"] == 7


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{", r"in\.jsonl, line 2: found no JSON, expected one object"),
        ("[1]", r"line 2: found a list, expected one object"),
        ('{"id": "1", "text": "x"}', r'line 2: found no "question"'),
        ('{"id": "1", "question": "O1", "text": null}', r'line 2, "text": found null'),
        ('{"id": true, "question": "O1", "text": "x"}', r'line 2, "id": found true or false'),
        ('{"id": "1", "question": 3, "text": "x"}', r'"question": found a number, expected a text'),
    ],
)
def test_a_line_that_is_not_as_expected_is_refused_by_place(tmp_path, bad, said):
    with pytest.raises(InputError, match=said):
        code(tmp_path, line("fine"), bad, survey=LIBRARY)


def test_a_refused_file_leaves_nothing_behind(tmp_path):
    (tmp_path / "out.jsonl").write_text("before")
    with pytest.raises(InputError):
        code(tmp_path, line("fine"), "{", survey=LIBRARY)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text() == "before"


def test_a_refusal_says_that_nothing_was_written(tmp_path):
    with pytest.raises(InputError, match=r"\. Nothing was written\.$"):
        code(tmp_path, "{", survey=LIBRARY)


def test_a_refusal_holds_no_word_of_a_family(tmp_path):
    with pytest.raises(InputError) as refusal:
        code(tmp_path, '{"id": "1", "question": "O1", "text": "canary"', survey=LIBRARY)
    assert "canary" not in str(refusal.value)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "in.jsonl").write_bytes(json.dumps(line("é"), ensure_ascii=False).encode("latin-1"))
    with pytest.raises(InputError, match="line 1: found another encoding, expected UTF-8"):
        code_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", LIBRARY)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="found no such file"):
        code_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", LIBRARY)


NOTE = ".out.jsonl.begun.json"


def many(path, number):
    texts = ["Same books again.", "Opening hours were short and she was kind.", "Nothing", "🙂"]
    lines = [json.dumps(line(texts[n % 4], id_=n)) for n in range(number)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def start(source, target):
    asked = ["code", str(source), str(target), "--coder", "phrases", "--survey", str(LIBRARY)]
    return subprocess.Popen(
        [sys.executable, "-m", "analysis", *asked], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )


def wait_for(note, texts):
    until = time.monotonic() + 60
    while not note.exists() or json.loads(note.read_text())["texts"] < texts:
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_run_that_was_killed_goes_on_and_ends_as_if_it_had_not_been(tmp_path):
    source, target = many(tmp_path / "in.jsonl", 5_000), tmp_path / "out.jsonl"
    killed = start(source, target)
    wait_for(tmp_path / NOTE, 600)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert not target.exists()

    again = start(source, target)
    _, heard = again.communicate()
    code_file(source, tmp_path / "whole.jsonl", LIBRARY)

    first = int(heard.split("coding: ")[1].split(" of 5000")[0])
    assert again.returncode == 0
    assert first >= 600
    assert target.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_a_part_that_was_cut_off_is_written_again(tmp_path):
    source, target = many(tmp_path / "in.jsonl", 700), tmp_path / "out.jsonl"
    code_file(source, tmp_path / "whole.jsonl", LIBRARY)
    stop_after(400, source, target)
    with (tmp_path / ".out.jsonl.begun").open("a") as begun:
        begun.write('{"id": 400, "co')

    code_file(source, target, LIBRARY)

    assert target.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_what_was_begun_of_other_texts_is_begun_anew(tmp_path):
    source, target = many(tmp_path / "in.jsonl", 700), tmp_path / "out.jsonl"
    stop_after(400, source, target)
    source.write_text(json.dumps(line("Same books again.")) + "\n")

    assert code_file(source, target, LIBRARY) == 1
    assert len(target.read_text().splitlines()) == 1


def stop_after(texts, source, target):
    """Stop as a person does who interrupts."""

    def stop(read, _):
        if read == texts:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        code_file(source, target, LIBRARY, say=stop)
    assert not target.exists()


def test_a_bad_last_line_is_refused_before_anything_is_coded(tmp_path):
    source, heard = many(tmp_path / "in.jsonl", 700), []
    source.write_text(source.read_text() + "{\n")

    with pytest.raises(InputError, match="line 701"):
        code_file(source, tmp_path / "out.jsonl", LIBRARY, say=lambda *said: heard.append(said))

    assert heard == []


def test_progress_says_how_many_of_how_many(tmp_path):
    heard = []
    source = many(tmp_path / "in.jsonl", 450)

    code_file(source, tmp_path / "out.jsonl", LIBRARY, say=lambda *said: heard.append(said))

    assert heard == [(0, 450), (200, 450), (400, 450), (450, 450)]


def test_a_file_five_times_as_long_takes_no_more_memory(tmp_path):
    def peak(number):
        source = many(tmp_path / f"{number}.jsonl", number)
        tracemalloc.start()
        code_file(source, tmp_path / "out.jsonl", LIBRARY)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(400)  # what is loaded once

    assert peak(2_000) < 1.2 * peak(400)
