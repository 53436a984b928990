"""Lets `python -m generator` do what the console script `apl` does."""

import sys

from generator.cli import main

sys.exit(main())
