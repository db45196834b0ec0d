"""What tailoring costs, on invented profiles of 60, 120 and 1,000 statements, cold and warm."""

from __future__ import annotations

import datetime
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from standout import api
from standout.building.order import Order
from standout.tailoring.tailor import Wish
from standout.writers.design import Design
from standout.writers.typesetting.themes import built_in

TODAY = datetime.date(2026, 11, 1)
SKILLS = ("PyTorch", "SQL", "Docker", "Spark", "Airflow", "JAX", "Kubernetes", "dbt", "CUDA")
POSTING = """# Machine learning engineer

## Requirements
- 3+ years of experience with Python and PyTorch
- SQL and Spark
- Docker and Kubernetes
- Bachelor's degree in computer science

## Nice to have
- Airflow, dbt
- CUDA
"""
VERBS = ("Cut", "Lowered", "Reduced", "Shortened")


def profile(statements: int) -> str:
    """A profile of so many statements, twelve a job."""
    lines = ["standout: 1", "basics:", "  name: Ines Valdemar-Okoro",
             "  email: ines@valdemar.example.org", "skills:", "  - group: Tools",
             f"    items: [Python, {', '.join(SKILLS)}]", "experience:"]  # fmt: skip
    for job in range(max(1, statements // 12)):
        start = 2026 * 12 - 6 * job
        lines += [f"  - title: Machine learning engineer {job + 1}",
                  f"    organization: Northlight {job + 1}",
                  f"    start: {(start - 6) // 12}-{(start - 6) % 12 + 1:02d}",
                  f"    end: {start // 12}-{start % 12 + 1:02d}", "    statements:"]  # fmt: skip
        lines += [f"      - {_statement(job, nth)}" for nth in range(12)]
    lines += ["education:", "  - degree: BSc", "    field: Computer Science",
              "    institution: University of Calder", "    end: 2015"]  # fmt: skip
    return "\n".join(lines) + "\n"


def _statement(job: int, nth: int) -> str:
    seed = job * 12 + nth
    skill = SKILLS[seed * 7 % len(SKILLS)]
    long = " and by moving the nightly jobs of three teams to one schedule" * (seed % 3 == 0)
    return (
        f"{VERBS[seed % 4]} the latency of service {seed} from {90 + seed} to {20 + seed % 50} ms "
        f"with {skill}{long}"
    )


def main() -> None:
    """Print one line a measurement."""
    posting = next(api.read_postings(POSTING.encode(), "job.md"))
    for count in (60, 120, 1000):
        content = profile(count).encode()
        started = time.process_time()
        reading = api.read(content, "profile.yaml")
        wish = Wish(Order(built_in("classic"), Design()), TODAY)
        by = api.tailorer(reading, wish)
        by.tailor(posting.posting)
        first = time.process_time() - started
        started = time.process_time()
        done = by.tailor(posting.posting)
        warm = time.process_time() - started
        solved = done.page.choosing.seconds
        print(
            f"{count:5} statements: first {first:.2f} s, warm {warm:.3f} s, solver {solved:.3f} s"
        )
    print(f"whole process, 120 statements: {_cold(120):.2f} CPU-s")


def _cold(count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "profile.yaml").write_text(profile(count))
        (Path(folder) / "job.md").write_text(POSTING)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [
            sys.executable,
            "-m",
            "standout",
            "tailor",
            "profile.yaml",
            "--posting",
            "job.md",
        ]
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
