"""Changes the code by one operator, constant, comparison or sign at a time, and sees whether a test
notices:

    mutate_code.py [N] [--seed S] [--files GLOB ...] [--at FILE:LINE ...] [--list] [--json FILE]
    mutate_code.py --self-test

N changes (200 unless told) drawn at random from Core and from the code of formulas and lessons, or
all there are where they are fewer. Each is made in a copy of the tree in .build/mutants, is built,
and meets the tests that concern its file. One that a test fails on, that traps or that never comes
to an end is killed; one that does not compile does not count, and another is drawn. Those known to
change nothing that anybody could see are in equivalent-mutants.txt with the reason; they don't
count either. Ends with 1 if less than 95 % are killed.
"""

import argparse
import fcntl
import fnmatch
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time

import swift_mutants

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
COPIES = os.path.join(ROOT, ".build", "mutants")
EQUIVALENT = os.path.join(os.path.dirname(__file__), "equivalent-mutants.txt")
WANTED = 0.95
# What a copy is made of.
PARTS = ["CONTRIBUTING.md", "Fuzz", "Harness", "Package.swift", "Plugins", "README.md", "Sources", "Tests",
         "Tools/Sources", "docs", "lessons", "scripts"]
# Seconds of a processor that a build and a run of tests may take; both need a fraction of it.
BUILD_SECONDS, TEST_SECONDS = 900, 600

# What it means that tests end by a signal.
END_BY_SIGNAL = {signal.SIGILL: "a trap", signal.SIGTRAP: "a trap", signal.SIGSEGV: "a crash",
                 signal.SIGABRT: "a trap", signal.SIGXCPU: "having no end", signal.SIGKILL: "having no end"}

# Real digits, where there are any, would take most of the time.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "NN_REPL_DATA"}
ENVIRONMENT["SWIFT_BACKTRACE"] = "enable=no"

# Which code is changed, and whose tests concern it, the nearest first. Each copy builds no more
# than one target of tests, so that a change is soon built.
CONCERNS = {
    "Sources/Core/*": ["CoreTests", "ExplainerTests"],
    "Sources/Explainer/Formulas/*": ["ExplainerTests"],
    "Sources/Explainer/Course/*": ["ExplainerTests"],
}

# Leaves of a package one target of tests and what it stands on, so that nothing else is built, and
# nothing fetched.
MANIFEST = """
var kept: Set = ["{tests}", "EmbedCourse", "embed-course"]
for _ in package.targets {{
  for target in package.targets where kept.contains(target.name) {{
    for dependency in target.dependencies {{
      if case .byNameItem(let name, _) = dependency {{ kept.insert(name) }}
    }}
  }}
}}
package.targets.removeAll {{ !kept.contains($0.name) }}
package.products = []
package.dependencies = []
"""


class Copy:
    """A copy of the tree that builds one target of tests."""

    def __init__(self, tests):
        self.tests = tests
        self.folder = os.path.join(COPIES, tests)
        # Seconds that each suite takes beside the others.
        self.seconds = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def bring_up_to_date(self):
        """Copies what has changed, and takes away what is gone; the rest keeps its dates."""
        wanted = {}
        for part in PARTS:
            whole = os.path.join(ROOT, part)
            names = [whole] if os.path.isfile(whole) else [
                os.path.join(folder, name) for folder, _, names in os.walk(whole) for name in names]
            for name in names:
                wanted[os.path.relpath(name, ROOT)] = read(name)
        wanted["Package.swift"] += MANIFEST.format(tests=self.tests).encode()
        for part in PARTS:
            for folder, _, names in os.walk(self.path(part)):
                for name in names:
                    here = os.path.join(folder, name)
                    if os.path.relpath(here, self.folder) not in wanted:
                        os.remove(here)
        for name, content in wanted.items():
            if not os.path.exists(self.path(name)) or read(self.path(name)) != content:
                os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
                write(self.path(name), content)

    def swift(self, *arguments):
        return ["swift", *arguments, "--package-path", self.folder]

    def build(self):
        """What the compiler has to say, nil where it builds."""
        return run(self.swift("build", "--build-tests"), BUILD_SECONDS, lambda line: None)

    def test(self, only=(), without=()):
        """Which test fails first; nil where none does. All suites, or some only, or all without some."""
        chosen = [word for name in only for word in ("--filter", self.pattern(name))]
        chosen += [word for name in without for word in ("--skip", self.pattern(name))]
        return run(self.swift("test", "--skip-build", "--disable-xctest", *chosen), TEST_SECONDS,
                   self.failing_test)

    def pattern(self, suite):
        return f"{self.tests}.{suite}/"

    def failing_test(self, line):
        """The test that a line tells the failure of. Notes how long a suite took."""
        if match := re.search(r"Suite (\w+) passed after ([\d.]+) seconds", line):
            self.seconds[match.group(1)] = float(match.group(2))
        match = re.search(r"Test (.+?)(?: with \d+ test cases?)? recorded an issue", line)
        return match and match.group(1).strip('"')

    def nearest(self, path):
        """The suites to ask first about a file: those in the folder of its room that are soon done, and
        that of its name, however long it takes."""
        tests = os.path.join(self.folder, "Tests", self.tests)
        rooms = [part for part in os.path.dirname(path).split("/")
                 if os.path.isdir(os.path.join(tests, part))]
        own = os.path.basename(path).removesuffix(".swift") + "Tests"
        soon = max(self.seconds.values(), default=0) / 10
        names = []
        for folder in rooms[-1:]:
            for name in sorted(os.listdir(os.path.join(tests, folder))):
                if name.endswith(".swift"):
                    text = read(os.path.join(tests, folder, name)).decode()
                    names += re.findall(r"^(?:@Suite.* )?struct (\w+Tests)\b", text, re.MULTILINE)
        return [name for name in names if name == own or self.seconds.get(name, 0) <= soon]


def run(command, seconds, complaint_of):
    """The first complaint of a command: a line, or that it failed; None where all is well.

    It may use so many seconds of a processor. A clock would count the time that others take.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True,
        errors="replace", start_new_session=True,
        preexec_fn=lambda: (resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5)),
                            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))),
        env=ENVIRONMENT)
    errors = []
    try:
        for line in process.stdout:
            if complaint := complaint_of(line):
                return complaint
            if match := re.search(r"exited with unexpected signal code (\d+)", line):
                errors.insert(0, END_BY_SIGNAL.get(int(match.group(1)), f"signal {match.group(1)}"))
            elif "error:" in line:
                errors.append(line.strip())
        if process.wait() == 0:
            return None
        return errors[0] if errors else f"{command[1]} ended with {process.returncode}"
    finally:
        end(process)


def end(process):
    """Ends a process and all that it started: Swift's tools put theirs into groups of their own."""
    if process.poll() is None:
        children = {}
        for line in subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True).stdout.splitlines():
            child, parent = map(int, line.split())
            children.setdefault(parent, []).append(child)
        doomed = [process.pid]
        for parent in doomed:
            doomed += children.get(parent, [])
        for each in doomed:
            try:
                os.kill(each, signal.SIGKILL)
            except ProcessLookupError:
                pass
    process.stdout.close()
    process.wait()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    with open(path + ".new", "wb") as file:
        file.write(content)
    os.replace(path + ".new", path)


def code(globs):
    """The files to be changed."""
    names = [os.path.relpath(os.path.join(folder, name), ROOT)
             for folder, _, names in os.walk(os.path.join(ROOT, "Sources")) for name in names
             if name.endswith(".swift")]
    return sorted(name for name in names if concerns(name)
                  and (not globs or any(fnmatch.fnmatch(name, glob) for glob in globs)))


def concerns(path):
    return next((tests for glob, tests in CONCERNS.items() if fnmatch.fnmatch(path, glob)), None)


def equivalents():
    """Known changes that change nothing: (file, line, change) and why."""
    known = {}
    for paragraph in read(EQUIVALENT).decode().split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if lines:
            path, text, changes, *reason = lines
            for change in changes.split("; "):
                known[path.strip(), text.strip(), change.strip()] = " ".join(reason)
    return known


class Trial:
    """Makes changes one at a time and sees what becomes of them."""

    def __init__(self):
        self.copies = {}

    def copy(self, tests):
        if tests not in self.copies:
            copy = Copy(tests)
            copy.bring_up_to_date()
            print(f"Building the copy for {tests} ...", flush=True)
            if complaint := copy.build() or copy.test():
                sys.exit(f"Without any change {tests} does not pass: {complaint}")
            self.copies[tests] = copy
        return self.copies[tests]

    def fate(self, mutant):
        """'stillborn', 'killed' or 'survived', and what killed it."""
        for tests in concerns(mutant.path):
            copy = self.copy(tests)
            path = copy.path(mutant.path)
            sound = read(path)
            write(path, mutant.apply(sound.decode()).encode())
            try:
                if complaint := copy.build():
                    return "stillborn", complaint
                nearest = copy.nearest(mutant.path)
                if complaint := nearest and copy.test(nearest) or copy.test(without=nearest):
                    return "killed", complaint
            finally:
                write(path, sound)
        return "survived", None


def draw(options):
    """The changes to try, in random order, one for each place."""
    chance = random.Random(options.seed)
    drawn = []
    for path in code(options.files):
        source = read(os.path.join(ROOT, path)).decode()
        for site in swift_mutants.sites(path, source):
            mutant = chance.choice(site)
            if options.at:
                drawn += [each for each in site if f"{each.path}:{each.line}" in options.at]
            else:
                drawn.append(mutant)
    chance.shuffle(drawn)
    return drawn


def described(mutant):
    return f"{mutant.path}:{mutant.line}  {mutant.change}"


def try_all(options):
    known, trial = equivalents(), Trial()
    results, equivalent, stillborn = [], 0, 0
    started = time.monotonic()
    for mutant in draw(options):
        if len(results) == options.count:
            break
        if (mutant.path, mutant.text, mutant.change) in known and not options.at:
            equivalent += 1
            continue
        began = time.monotonic()
        fate, by = trial.fate(mutant)
        if fate == "stillborn":
            stillborn += 1
            continue
        results.append({"file": mutant.path, "line": mutant.line, "text": mutant.text,
                        "change": mutant.change, "fate": fate, "by": by})
        print(f"{len(results):>4} {described(mutant)}\n     {fate}{f' by {by}' if by else f': {mutant.text}'}"
              f"  ({time.monotonic() - began:.0f} s)", flush=True)
        if options.json:
            write(options.json, json.dumps(results, indent=1, ensure_ascii=False).encode())
    killed = sum(result["fate"] == "killed" for result in results)
    share = killed / len(results) if results else 1
    print(f"{len(results)} changes, {killed} killed, {100 * share:.1f} %; besides {stillborn} that did "
          f"not compile and {equivalent} known to change nothing; {time.monotonic() - started:.0f} s")
    for result in results:
        if result["fate"] == "survived":
            print(f"  survived: {result['file']}:{result['line']}  {result['change']}\n    {result['text']}")
    return 0 if share >= WANTED else 1


SNIPPET = '''\
/// Not a + b in a comment, /* nor a - b */ or "a < b".
@inline(__always) func f<T: Comparable>(_ a: Array<Int>, b: Int = 7) -> Int {
  let text = "1 + \\(a.count + 2) < 3"  // 4 + 5
  precondition(b > 0, "b is \\(b + 1)")
  if text.isEmpty, b < 3 { return -b }
  return a[0..<b].reduce(0) { $0 + pair.0 * $1 }
}
'''
CHANGES = ["7 → 8", "text.isEmpty → !(text.isEmpty)", "< → <=", "3 → 4", "- → nothing", "0 → 1",
           "..< → ...", "0 → 1 #2", "+ → -", "* → /"]


def self_test():
    """Holds the harness to what it must find, a change that tests must kill, and one they cannot."""
    found = [site[0].change for site in swift_mutants.sites("f.swift", SNIPPET)]
    if found != CHANGES:
        sys.exit(f"The places found are {found}, and should be {CHANGES}.")
    everything = [mutant for path in code([])
                  for site in swift_mutants.sites(path, read(os.path.join(ROOT, path)).decode())
                  for mutant in site]
    known = equivalents()
    names = {(mutant.path, mutant.text, mutant.change) for mutant in everything}
    if gone := [key for key in known if key not in names]:
        sys.exit("equivalent-mutants.txt lists what is not in the code any more:\n"
                 + "\n".join("  " + "  ".join(key) for key in gone))
    trial = Trial()
    for path, change, wanted in [
            ("Sources/Core/Training/SeededGenerator.swift", ">> → <<", "killed"),
            ("Sources/Core/Algebra/Matrix.swift", "0 → x", "stillborn")]:
        mutant = next((each for each in everything if each.path == path and each.change == change), None)
        if mutant is None:
            mutant = next(each for each in everything if each.path == path and each.original == "0")
            mutant.mutated = "x"
        expect(trial, mutant, wanted)
    mutant = next(each for each in everything if (each.path, each.text, each.change) in known
                  and concerns(each.path)[0] == "CoreTests")
    expect(trial, mutant, "survived")
    print("The harness finds what it must, kills what is tested and lets pass what changes nothing.")
    return 0


def expect(trial, mutant, wanted):
    fate, by = trial.fate(mutant)
    print(f"{described(mutant)}: {fate}{f' by {by}' if by else ''}", flush=True)
    if fate != wanted:
        sys.exit(f"That should have been {wanted}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--files", nargs="+", default=[], metavar="GLOB")
    parser.add_argument("--at", nargs="+", default=[], metavar="FILE:LINE", help="every change of these lines")
    parser.add_argument("--list", action="store_true", help="name the changes, make none")
    parser.add_argument("--json", metavar="FILE", help="write what became of each")
    parser.add_argument("--self-test", action="store_true", help="try the harness itself")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
    os.makedirs(COPIES, exist_ok=True)
    if options.list:
        for mutant in draw(options)[:options.count]:
            print(described(mutant))
        return 0
    with open(os.path.join(COPIES, "lock"), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("Another run is changing the copies.")
        if options.self_test:
            return self_test()
        print(f"seed {options.seed}")
        return try_all(options)


if __name__ == "__main__":
    sys.exit(main())
