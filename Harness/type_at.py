"""Types all cases at the real program, in many terminals: type_at.py PROGRAM [--quick].

Prints a row a terminal and a column a case; what was missed follows. Ends with 1 if anything was.
"""

import argparse
import concurrent.futures
import os
import subprocess
import sys
import time
import traceback

import editing_cases
import hardening_cases
import paste_cases
import process_cases
from place import Place

CASES = sorted(
    (case for module in (editing_cases, process_cases, paste_cases, hardening_cases)
     for name, case in vars(module).items() if name.startswith("case_")), key=lambda case: int(case.__name__.split("_")[1]))
TERMS = ["xterm-256color", "screen", "linux", "vt100", "dumb"]
WINDOWS = [(80, 24), (40, 12)]


def locales():
    """Those worth trying that the machine has."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    names = {name.lower().replace("-", "") for name in known.split()}
    found = {"C": {"LC_ALL": "C"}, "C.UTF-8": {"LANG": "C.UTF-8"}, "unset": {}}
    if "en_us.utf8" in names:
        found["en_US.UTF-8"] = {"LANG": "en_US.UTF-8"}
    return found


def places(program, quick):
    """Every combination; in quick mode every value at least once."""
    all_locales = locales()
    if quick:
        rows = [("xterm-256color", "C.UTF-8", 0), ("screen", "C", 1), ("linux", "unset", 0),
                ("vt100", "C.UTF-8", 1), ("dumb", "unset", 1)]
    else:
        rows = [(term, name, window) for term in TERMS for name in all_locales for window in (0, 1)]
    for term, name, window in rows:
        yield (f"{term} {name} {WINDOWS[window][0]}×{WINDOWS[window][1]}",
               Place(program, term, all_locales[name], *WINDOWS[window]))


def play(case, place):
    try:
        case(place)
        return None
    except Exception:  # pylint: disable=broad-except
        return traceback.format_exc(limit=-2)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--quick", action="store_true", help="every terminal once, in a minute")
    parser.add_argument("--case", type=int, help="only this one")
    parser.add_argument("--only", default="", help="only terminals whose row holds this")
    options = parser.parse_args()
    cases = [case for case in CASES if options.case in (None, int(case.__name__.split("_")[1]))]
    rows = [row for row in places(os.path.abspath(options.program), options.quick)
            if options.only in row[0]]
    start = time.monotonic()
    missed = []
    print(" " * 30 + " ".join(f"{case.__name__.split('_')[1]:>2}" for case in cases))
    with concurrent.futures.ProcessPoolExecutor(2 * (os.cpu_count() or 1)) as pool:
        results = [(name, [pool.submit(play, case, place) for case in cases]) for name, place in rows]
        for name, futures in results:
            outcomes = [future.result() for future in futures]
            print(f"{name:<30}" + " ".join(" ." if not outcome else " X" for outcome in outcomes), flush=True)
            missed += [(name, case.__name__, outcome) for case, outcome in zip(cases, outcomes) if outcome]
    for name, case, outcome in missed:
        print(f"\n{case} in {name}\n{outcome}")
    count = len(rows) * len(cases)
    print(f"{count - len(missed)} of {count} hold, {time.monotonic() - start:.0f} s")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
