"""What LinkedIn calls its tables and their columns, and what a profile calls them.

Spellings vary over the years; names are compared in lower case, without spaces and signs.
"""

from __future__ import annotations

from collections.abc import Mapping

_SPELLINGS = {
    "organization": "companyname company organization organizationname organisation",
    "title": "title name position role jobtitle positionheld",
    "start": "startedon startdate started from",
    "end": "finishedon enddate endedon ended finished to",
    "told": "description summary notes details",
    "link": "url urls link website",
    "location": "location geolocation",
    "date": "issuedon publishedon issuedate publicationdate date testedon dateissued",
    "note": "licensenumber number score applicationnumber patentnumber",
    "topic": "cause",
    "club": "name organizationname organization companyname",
    "role": "position role title",
    "issuer": "issuer authority organization companyname issuingorganization office",
    "school": "schoolname school institution university",
    "degree": "degreename degree",
    "field": "fieldofstudy fieldsofstudy field major",
    "grade": "grade gpa",
    "activities": "activities activitiesandsocieties activitiessocieties",
    "venue": "publisher publication journal",
    "people": "authors author inventors contributors teammembers",
    "level": "proficiency level fluency",
    "number": "number phonenumber phone",
    "email": "emailaddress email",
    "primary": "primary isprimary",
    "confirmed": "confirmed",
    "first": "firstname givenname",
    "last": "lastname surname familyname",
    "headline": "headline",
    "summary": "summary profilesummary about",
    "place": "geolocation location country",
    "sites": "websites website",
    "handles": "twitterhandles twitterhandle",
}  # fmt: skip

_TOLD = ("start", "end", "told", "location", "link")

FILES: Mapping[str, tuple[str, ...]] = {
    "profile": ("first", "last", "headline", "summary", "place", "sites", "handles"),
    "profilesummary": ("summary",),
    "emailaddresses": ("email", "primary", "confirmed"),
    "phonenumbers": ("number",),
    "skills": ("title",),
    "positions": ("organization", "title", *_TOLD),
    "projects": ("title", "start", "end", "told", "link"),
    "publications": ("title", "date", "told", "venue", "link", "people"),
    "patents": ("title", "date", "told", "link", "people", "issuer", "note"),
    "education": ("school", "degree", "field", "start", "end", "told", "activities", "grade"),
    "honors": ("title", "issuer", "date", "told"),
    "testscores": ("title", "date", "told", "note"),
    "certifications": ("title", "issuer", "start", "end", "date", "link", "note"),
    "courses": ("title", "note"),
    "languages": ("title", "level"),
    "volunteering": ("organization", "title", "topic", *_TOLD),
    "organizations": ("club", "role", *_TOLD),
}
"""The tables that are read, in the order of a profile, and the parts that each may hold.

One of the first two parts stands in every header of its table.
"""

SAME_FILE = {
    "experience": "positions", "experiences": "positions", "volunteerexperiences": "volunteering",
    "volunteerexperience": "volunteering", "volunteer": "volunteering", "email": "emailaddresses",
    "emails": "emailaddresses", "phones": "phonenumbers", "phone": "phonenumbers",
    "honorsawards": "honors", "awards": "honors", "honours": "honors",
    "licensescertifications": "certifications", "certificates": "certifications",
    "organisations": "organizations", "summary": "profilesummary", "schools": "education",
    "educations": "education",
}  # fmt: skip
"""Further names of tables."""


def part_of(column: str, parts: tuple[str, ...]) -> str | None:
    """The part that a column's name (in its short form) stands for, among those of a table."""
    return next((part for part in parts if column in _SPELLINGS[part].split()), None)
