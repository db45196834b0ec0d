"""A LinkedIn export of an invented person, and archives to put it in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FILES = {
    "Profile.csv": (
        "\ufeffFirst Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,"
        "Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\r\n"
        'Zoë,Lind,Grau,Hidden Lane 1,"Jan 1, 1990","ML engineer, robots",'
        '"I build ""robots"" that see.\n\nAnd R&amp;D.",Software,69000,"Lyon, France",[zoelind],'
        '"[PORTFOLIO:https://zoe.example.org],[OTHER:github.com/zoelind]",\r\n'
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Acme,ML Engineer,"Robot arms.\n• Cut failures from 9 % to 2 %\n• Wrote the simulator\n'
        'that all teams use",Lyon,Mar 2021,\n'
        "Old Acme,Intern,Helped out.  • Built a *grasp* set  • Ran it,,Jun 2019,Sep 2019\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        'ENS,2016,2018,,"Master of Science - MS, Statistics",Chess club\n'
    ),
    "Skills.csv": "Name\nPython\nJAX\npython\n",
    "Projects.csv": (
        "Title,Description,Url,Started On,Finished On\n"
        "Blindgrasp,A gripper,https://github.com/zoelind/blindgrasp,Jan 2024,Mar 2024\n"
    ),
    "Publications.csv": (
        "Name,Published On,Description,Publisher,Url\n"
        'Grasping blind,"Nov 3, 2022",,CoRL,https://doi.org/10.1000/182\n'
    ),
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "Kubernetes,https://cert.example.org/1,CNCF,Mar 2023,Mar 2026,AB-1\n"
    ),
    "Honors.csv": "Title,Description,Issued On\nBest demo,First of 60,Feb 2024\n",
    "Languages.csv": "Name,Proficiency\nFrench,Native or bilingual proficiency\n",
    "Volunteering.csv": (
        "Company Name,Role,Cause,Started On,Finished On,Description\n"
        "Food Bank,Driver,Hunger relief,Jun 2019,,Weekly rounds\n"
    ),
    "Courses.csv": "Name,Number\nBandits,CS 101\n",
    "Organizations.csv": "Name,Position,Description,Started On,Finished On\nGuild,Member,,2020,\n",
    "Patents.csv": (
        "Title,Description,Application Number,Status,Issued On,Url\n"
        "Gripper,Soft fingers,EP1,Issued,Jan 2023,\n"
    ),
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\n"
        "old@example.org,Yes,No,1/1/20\nzoe@example.org,Yes,Yes,1/1/24\n"
    ),
    "PhoneNumbers.csv": "Extension,Number,Type\n,+33 4 00 00 00 00,Mobile\n",
    "Connections.csv": "Notes:\n\"Some text\"\n\nFirst Name,Last Name\nBob,Secret\n",
    "messages.csv": "FROM,TO,CONTENT\nBob,Zoë,Secret words\n",
}  # fmt: skip


def archive(files: Mapping[str, str | bytes], folder: str = "") -> bytes:
    """The bytes of a ZIP file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(folder + name, text)
    return content.getvalue()
