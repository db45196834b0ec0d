"""Names of months and seasons, and words for what still goes on, in many languages."""

from __future__ import annotations

import re

from standout.patterns import regex

_MONTHS = (
    "jan januar january janvier janv enero ene gennaio gen gennaio janeiro januari jänner",
    "feb februar february février févr fév febrero febbraio fevereiro fev februari",
    "mar march märz mär mars marzo março maart mrt mrz",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juillet juil julio luglio lug julho",
    "aug august août aout agosto ago augustus",
    "sep sept september septembre septiembre settembre set setembro",
    "oct october oktober okt octobre octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec december dezember dez décembre déc diciembre dic dicembre dezembro",
)
_FURTHER = (
    "sty styczeń stycznia يناير جانفي ינואר ינו׳ ינו' ژانویه",
    "lut luty lutego فبراير فيفري פברואר פבר׳ פבר' فوریه",
    "marzec marca مارس מרץ מרס",
    "kwi kwiecień kwietnia أبريل ابريل إبريل أفريل אפריל אפר׳ אפר' آوریل",
    "maj maja مايو ماي מאי مه",
    "cze czerwiec czerwca يونيو جوان יוני ژوئن",
    "lip lipiec lipca يوليو جويلية יולי ژوئیه",
    "sie sierpień sierpnia augusti أغسطس اغسطس أوت אוגוסט אוג׳ אוג' اوت",
    "wrz wrzesień września سبتمبر ספטמבר ספט׳ ספט' سپتامبر",
    "paź październik października أكتوبر اكتوبر אוקטובר אוק׳ אוק' اکتبر",
    "lis listopad listopada نوفمبر נובמבר נוב׳ נוב' نوامبر",
    "gru grudzień grudnia ديسمبر דצמבר דצמ׳ דצמ' دسامبر",
)
MONTHS = {
    name: number
    for rows in (_MONTHS, _FURTHER)
    for number, row in enumerate(rows, 1)
    for name in row.split()
}
SEASONS = {
    "spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12,
    "frühling": 3, "frühjahr": 3, "sommer": 6, "herbst": 9,
    "printemps": 3, "été": 6, "automne": 9, "hiver": 12,
    "primavera": 3, "verano": 6, "otoño": 9, "invierno": 12,
    "estate": 6, "autunno": 9, "inverno": 12,
}  # fmt: skip
OPEN = (
    "to present", "until present", "until now", "till now", "till date", "to date", "present",
    "presently", "currently", "current", "now", "ongoing", "on-going", "today", "date",
    "heute", "jetzt", "laufend", "aktuell", "derzeit",
    "aujourd'hui", "aujourd’hui", "présent", "actuellement", "actuel", "en cours", "à ce jour",
    "la actualidad", "actualidad", "actualmente", "actual", "presente", "hoy",
    "oggi", "attuale", "attualmente", "in corso", "o presente", "o momento", "atualmente", "atual",
    "hoje", "heden", "nu", "obecnie", "aktualnie", "do teraz", "teraz", "nadal", "pågående",
    "nuvarande", "حتى الآن", "الآن", "حتى الان", "حاليا", "حالياً", "الحاضر", "היום", "כיום", "כעת",
    "اکنون", "تاکنون", "تا کنون", "现在", "至今", "现今", "今", "現在", "目前", "현재",
)  # fmt: skip

BETWEEN = regex(
    r"\s{0,6}(?:[-‐-―−~～〜→⟶➔>\u00ad]{1,3}|\bt ?o\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b"
    r"|\bbis\b|\bà\b|\bau\b|\bjusqu['’]à\b|\ba\b|\bal\b|\bhasta\b|\baté\b|\btot\b|至|から|부터|到)"
    r"(?:\s(?:the\s|la\s|l['’]|o\s)?){0,1}\s{0,6}",
    re.IGNORECASE,
)
"""What makes two dates a range."""
LOOSE = regex(r"\s+(?:/\s+)?")
"""The same, where nothing else is on the line."""
