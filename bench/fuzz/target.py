"""What libFuzzer calls: any bytes → the loader's judgement, watched line by line."""

import sys

import atheris

with atheris.instrument_imports(include=["generator"]):
    from bench.fuzz.judging import chosen, judge


def read_any(data: bytes) -> None:
    """Read a file of some record type; a broken promise ends the run."""
    judge(*chosen(data))


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_any)
    atheris.Fuzz()
