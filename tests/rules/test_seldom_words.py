"""Rules that seldom speak: what they find and what they leave alone, as real resumes put it."""

from __future__ import annotations

import datetime
import json

import pytest

from standout import api
from standout.rules.settings import Settings

TODAY = datetime.date(2026, 11, 1)


def codes(resume: dict[str, object]) -> set[str]:
    """The codes of the findings in a profile."""
    content = json.dumps(resume, ensure_ascii=False).encode()
    return {
        each.code
        for each in api.check(content, "profile.yaml", api.Case(Settings(), TODAY)).diagnostics
    }


def job(*statements: str, **fields: str) -> dict[str, object]:
    """A profile with one job."""
    entry: dict[str, object] = {"title": "ML engineer", "statements": list(statements), **fields}
    return {"basics": {"name": "Jane Roe"}, "experience": [entry]}


MARKED = [
    "Cut **latency** by *half* with GREAT CARE for memory",
    "Built a **fast** parser, *entirely alone*, in VERY LITTLE TIME",
    "**Led** four people; *every release* was ALWAYS SHIPPED on time",
    "HIGHLY MOTIVATED builder of **ranking** for *three* shops",
    "Saved **$2M** by *tuning*, with ZERO DOWNTIME for users",
    "Wrote the **tests** that *nobody wanted*: THEY CAUGHT nine faults",
    "Trained **BERT** and *wrote it up* under EXTREME PRESSURE",
    "*Designed* and **shipped** the NEW SEARCH ENGINE of the shop",
    "**Recall up 9%**, *cost down*, NEVER BEFORE done in the firm",
    "Taught *200* students, **5/5** rated, MOST POPULAR COURSE of the year",
    "Moved **40 services** to *the cloud* WITHOUT LOSING data",
    "Made *charts* that **leaders** read EVERY SINGLE MORNING",
    "**Won** the *city* contest against STRONG TEAMS from abroad",
    "Found **12 faults** in *legacy* code with MANUAL REVIEW alone",
    "AWARD WINNING work on **maps** for *blind* walkers",
]
UNMARKED = [
    "Cut **latency** by *half* on **CUDA** cards",
    "Trained on *MIMIC* and **CheXpert**, then on MIMIC CHEXPERT together",
    "Moved **exports** to JSON YAML and *Parquet* files",
    "Served **models** over HTTP JSON with *gRPC* as well",
    "Ran **BERT** and *GPT* on GLUE MMLU and others",
    "Compared *two* **clusters** of NVIDIA GPUS at night",
    "Joined **data** of NASA JAXA for *three* missions",
    "Wrote **COBOL JCL** jobs and *tests* for them",
    "Ported *kernels* from **CUDA** to CUDA SYCL code",
    "**Fast** and *small*; links to [code](https://github.com/jane/x)",
    "Read **MNIST CIFAR** in *one* loader",
    "**Led** the work on NATO STANAG messages, *alone*",
    "Built *dashboards* for **UNICEF UNESCO** reports",
    "Kept **AUROC AUPRC** in *one* table",
    "Tested **SMOTE ADASYN** for *rare* faults",
    "Linked **OMOP FHIR** records of *nine* clinics",
]


@pytest.mark.parametrize("line", MARKED)
def test_three_ways_of_marking_compete(line: str) -> None:
    assert "EMP004" in codes(job(line))


@pytest.mark.parametrize("line", UNMARKED)
def test_names_in_capitals_mark_nothing(line: str) -> None:
    assert "EMP004" not in codes(job(line))


TWO_SPELLINGS = [
    ("Analysed the behaviour of users in the app", "Changed the color of the warning"),
    ("Optimised the loader of the images for speed", "Optimized the writer of the images"),
    ("Organised the data of the clinics in a year", "Studied the behavior of drivers at night"),
    ("Modelled the favourite songs of listeners", "Analyzed the moods of the listeners"),
    ("Built a programme for the harbour of the city", "Labeled the ships in the harbor at night"),
    ("Normalised the scans before the training began", "Normalized the reports after that"),
    ("Centred the images and cropped the borders", "Put the labels in the center of the image"),
    ("Visualised the flows of the water in the city", "Mapped the colors of the water by hand"),
    ("Recognised the plates of cars in the rain", "Recognized the faces of drivers in the sun"),
    ("Measured the fibre of the cloth by laser", "Measured the fiber of the wood by laser"),
    ("Labelled the tumours in 900 scans by hand", "Segmented the tumors of 40 patients"),
    ("Summarised the reports of the nurses daily", "Summarized the letters of the doctors"),
    ("Tokenised the texts of the laws in a day", "Tokenized the texts of the courts as well"),
    ("Served neighbours in the flats with maps", "Showed the neighborhood on a map as well"),
    ("Standardised the forms of the branches", "Standardized the names of the products"),
    ("Behavioural cloning for a robot of the lab", "Behavioral tests for a robot of the lab"),
]
ONE_SPELLING = [
    ("Analysed the behaviour of users in the app", "Optimized the colours of the warning"),
    ("Analyzed the behavior of users in the app", "Kept a catalogue of the colors in the shop"),
    ("Analyzed the flow of the orders in the shop", "Cut the cancelled orders by a third"),
    ("Labeled the colors of the fruit by hand", "Drew grey lines for the missing ones"),
    ("Worked for the Center for Colour in Leeds", "Analysed the flow of the paint there"),
    ("Wrote the license of the program in a day", "Modelled the behaviour of the readers"),
    ("Set `color` and `center` in the style sheet", "Analysed the behaviour of the readers"),
    ('Fixed "color" in the parser of the theme', "Analysed the behaviour of the readers"),
    ("Ran the analyses of the trial for a year", "Analyzed the behavior of the patients"),
    ("Practice runs of the program were modelled", "Organised the licences of the team"),
    ("Analyzed the behavior of the crowd in a theatre", "Labeled the color of each coat"),
    ("Maintained center-crop and color-jitter in code", "Analysed the behaviour of both"),
    ("Wrote the parser in a week and the tests in two", "Read the meters of 40 houses at night"),
    ("Organized the colours in a catalogue for print", "Recognized the behaviour of buyers"),
    ("Trained colorize.py and analyzer.js for the shop", "Modelled the behaviour of buyers"),
    ("Published in Behavior Research Methods in a year", "Analysed the behaviour of mice"),
]


@pytest.mark.parametrize("lines", TWO_SPELLINGS)
def test_two_spellings_stand_side_by_side(lines: tuple[str, str]) -> None:
    assert "LNG003" in codes(job(*lines))


@pytest.mark.parametrize("lines", ONE_SPELLING)
def test_one_spelling_with_its_variants(lines: tuple[str, str]) -> None:
    assert "LNG003" not in codes(job(*lines))


ENGLISH = (
    "Built a ranking model that serves the search of the shop with a latency of 40 ms",
    "Led a team of four that moved the training of all of the models to the cloud in a year",
)
FOREIGN = [
    "Entwicklung einer Karte für die Stadt mit Daten aus dem Netz und von den Bürgern der Stadt",
    "Développement d'une carte pour la ville avec les données du réseau et des gens du lieu",
    "Desarrollo de un mapa para la ciudad con los datos de la red y de los vecinos",
    "Sviluppo di una mappa per la città con i dati della rete e degli abitanti",
    "Ontwikkeling van een kaart voor de stad met de gegevens uit het net en van de bewoners zelf",
    "Desenvolvimento de um mapa para a cidade com os dados da rede e dos moradores",
    "Wir haben die Auswertung der Daten für die Klinik gebaut und in einem Jahr fertig gestellt",
    "Nous avons construit le modèle de prévision de la demande pour les magasins en un an",
]
SHORT_OR_NAMED = [
    {"languages": [{"language": "Deutsch", "fluency": "Muttersprache, im Beruf und im Alltag"}]},
    {"publications": [{"title": FOREIGN[0], "venue": "Zeitschrift für die Stadt und das Netz"}]},
    {"publications": [{"title": FOREIGN[1], "venue": "Revue de la ville"}]},
    {"skills": [{"group": "Werkzeuge", "items": ["Python", "Datenbanken", "Statistik"]}]},
    {"education": [{"institution": "École Normale Supérieure de Lyon", "degree": "Licence"}]},
    {"awards": [{"title": "Prix de la ville de Lyon pour le meilleur mémoire"}]},
    {"certificates": [{"title": "Zertifikat Deutsch für den Beruf", "issuer": "Goethe-Institut"}]},
    {"volunteer": [{"title": "Helfer", "organization": "Technisches Hilfswerk in der Stadt Bonn"}]},
    {"interests": [{"name": "Kochen und Wandern in den Bergen"}]},
    {"projects": [{"title": "Straßenkarte der Stadt", "statements": ["Drew 40 maps of the city"]}]},
    {"projects": [{"title": "Karte", "statements": ['Built "Die Karte für alle" for the city']}]},
    {"volunteer": [{"title": "Tutor", "statements": ["Taught Spanish at the Casa de la Cultura"]}]},
    {"awards": [{"title": "Jugend forscht", "statements": ["Won the prize of the Land Hessen"]}]},
    {"courses": [{"title": "Einführung in die Statistik und die Theorie der Messung"}]},
    {"projects": [{"title": "Lexicon", "statements": ["Collected 9,000 words: und, oder, für"]}]},
]


@pytest.mark.parametrize("section", ["projects", "volunteer"])
@pytest.mark.parametrize("line", FOREIGN)
def test_a_section_in_another_language(section: str, line: str) -> None:
    entry = {"title": "Atlas", "organization": "Kartenverein", "statements": [line]}
    assert "LNG004" in codes({**job(*ENGLISH), section: [entry]})


@pytest.mark.parametrize("sections", SHORT_OR_NAMED)
def test_names_and_titles_may_be_in_any_language(sections: dict[str, object]) -> None:
    assert "LNG004" not in codes({**job(*ENGLISH), **sections})


TOOLS = "Python, PyTorch, TensorFlow, Keras, Docker, Kubernetes, AWS, Kafka, Airflow, SQL"
PILES = [
    job(TOOLS),
    job("Built a search for the shop that 4,000 people use each day", TOOLS),
    job("Python SQL Docker Kubernetes AWS Kafka Airflow Spark Hadoop Terraform"),
    job("PyTorch / TensorFlow / JAX / Keras / MXNet / scikit-learn / XGBoost / CatBoost / ONNX"),
    job("NLP, Transformers, BERT, PyTorch", "AWS, Docker, Kubernetes, CI/CD"),
    job("Python, SQL, Spark", "Docker, Kubernetes, Terraform"),
    job("Used Python, PyTorch, TensorFlow, Keras, Docker, Kubernetes, AWS, Kafka, Airflow and SQL"),
    job("Python; Java; Scala; Go; Rust; TypeScript; JavaScript; Kotlin; Swift; PHP; Ruby"),
    job("PyTorch | CUDA | Triton | ONNX | TensorRT | vLLM | Ray | Kubernetes | Docker | Slurm"),
]
REPEATED = [
    ["Python", "SQL", "Python", "Docker", "Python", "PyTorch", "Python"],
    ["PyTorch"] * 4,
    ["SQL", "SQL", "SQL", "SQL", "R"],
    ["Machine learning", "machine learning", "Machine Learning", "Machine-learning", "ML"],
    ["Docker", "docker", "Docker", "Docker compose", "Docker"],
    ["Kubernetes", "K8s", "Kubernetes", "k8s"],
]
LISTS = [
    job(
        "Trained a ranking model on 2 TB of clicks, which raised sales by 3 %",
        "PyTorch, Docker, AWS",
    ),
    job("Trained a ranking model in PyTorch that raised sales by 3 %", f"Environment: {TOOLS}"),
    job("Trained a ranking model in PyTorch that raised sales by 3 %", f"Tech: {TOOLS}"),
    job(
        "Moved search from MySQL, Solr and cron to Postgres, Elasticsearch and Airflow in 3 months"
    ),
    job(
        "Compared XGBoost, LightGBM and CatBoost on 40 tasks; kept LightGBM, which is twice as fast"
    ),
    job("Taught Python, SQL and Git to 200 nurses, of whom 160 passed the test of the city"),
    job("Wrote bindings of the solver for Python, R, Julia and MATLAB, used by 900 people"),
    job(
        "Served BERT with ONNX Runtime and TensorRT on Kubernetes at a third of the cost of PyTorch"
    ),
    job("Ported kernels from CUDA to Triton, HIP and SYCL with at most 4 % loss of speed"),
    job("Mentored three engineers in Go"),
]
FINE_ITEMS = [
    ["Python", "C++", "SQL", "PyTorch", "JAX", "scikit-learn", "NumPy", "pandas"],
    ["Python (NumPy, pandas, SciPy)", "R", "SQL", "Docker", "Kubernetes", "AWS (S3, EC2, Lambda)"],
    ["AWS S3", "AWS Lambda", "AWS EC2", "AWS Glue"],
    ["Azure ML", "Azure DevOps", "Azure Functions", "Azure Data Factory"],
    ["Apache Spark", "Apache Kafka", "Apache Airflow", "Apache Flink"],
    ["Machine learning", "Deep learning", "Reinforcement learning", "Federated learning"],
]


@pytest.mark.parametrize("resume", PILES)
def test_a_line_of_nothing_but_skills(resume: dict[str, object]) -> None:
    assert "KEY004" in codes(resume)


@pytest.mark.parametrize("items", REPEATED)
def test_one_skill_again_and_again(items: list[str]) -> None:
    assert "KEY004" in codes({**job(ENGLISH[0]), "skills": [{"group": "Tools", "items": items}]})


@pytest.mark.parametrize("resume", LISTS)
def test_a_deed_that_names_its_tools(resume: dict[str, object]) -> None:
    assert "KEY004" not in codes(resume)


@pytest.mark.parametrize("items", FINE_ITEMS)
def test_a_list_of_its_own_kind(items: list[str]) -> None:
    assert "KEY004" not in codes(
        {**job(ENGLISH[0]), "skills": [{"group": "Tools", "items": items}]}
    )
