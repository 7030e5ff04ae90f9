"""Which columns of a list of recipients are what: by the names that they usually have, in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from briefs.model.diagnostics import most_similar

_USUAL: Mapping[str, str] = {
    "name": """name; full name; name and surname; recipient; addressee; person; contact; contact name; display name
        nom; nom complet; nom et prénom; prénom et nom; destinataire; vollständiger Name; Empfänger; Person
        nombre; nombre completo; nombre y apellidos; destinatario; nome; nome completo; nome e cognome
        naam; volledige naam; geadresseerde; navn; namn; nimi; nazwisko i imię; jméno; név; ime; ad soyad; isim
        имя; фио; ф.и.о.; получатель; الاسم; الاسم الكامل; 姓名; 名字; 氏名; 이름; όνομα; שם""",
    "salutation": """salutation; greeting; form of address; dear; opening; salutations; formule d'appel; appel
        Anrede; Briefanrede; Begrüßung; saludo; tratamiento; encabezamiento; saudação; saluto; formula di apertura
        aanhef; hälsningsfras; tiltale; zwrot grzecznościowy; oslovení; megszólítás; hitap
        обращение; приветствие; التحية; صيغة المخاطبة; 称呼; 敬称""",
    "title": """title; job title; position; post; function; role; capacity; rank; official title; designation
        titre; fonction; poste; qualité; Titel; Funktion; Amt; Position; Stellung; Amtsbezeichnung; Dienststellung
        título; cargo; función; puesto; titolo; carica; funzione; ruolo; qualifica; título; função
        functie; titel; stilling; befattning; stanowisko; funkce; beosztás; unvan; görev
        должность; звание; المنصب; الوظيفة; اللقب; 职务; 职位; 头衔""",
    "office": """office; organisation; organization; org; institution; ministry; department; agency; body; mission
        embassy; delegation; company; employer; party; political group; group; parliamentary group; affiliation
        bureau; organisme; institution; ministère; administration; service; délégation; parti; groupe; ambassade
        Organisation; Institution; Ministerium; Behörde; Dienststelle; Amt/Behörde; Fraktion; Partei; Botschaft; Firma
        organización; institución; ministerio; oficina; partido; grupo; embajada; entidad
        organizzazione; ente; ministero; ufficio; partito; gruppo; organização; ministério; instituição; gabinete
        organisatie; instelling; ministerie; kantoor; fractie; partij; organisationen; instytucja; ministerstwo; kurum
        организация; учреждение; министерство; ведомство; партия; المؤسسة; المنظمة; الوزارة; الجهة; 单位; 机构; 部门""",
    "country": """country; state; member state; nation; nationality; represented country; country represented; pays
        état; état membre; Land; Staat; Mitgliedstaat; país; estado; estado miembro; estado-membro; paese; stato
        stato membro; land; lidstaat; kraj; państwo; země; stát; ország; ülke; maa; страна
        государство; البلد; الدولة; 国家; 国; χώρα""",
    "audience": """audience; brief; brief for; version for; readership; target group; template; public; public cible
        note pour; catégorie; Zielgruppe; Adressatenkreis; Empfängergruppe; público; audiencia; grupo destinatario
        categoría; pubblico; categoria; doelgroep; målgrupp; grupa docelowa; cílová skupina; célcsoport; hedef kitle
        аудитория; категория; الجمهور; الفئة; 受众; 对象""",
    "email": """email; e-mail; mail; email address; e-mail address; mail address; electronic mail; e-mails; emails
        courriel; adresse électronique; adresse e-mail; adresse mail; adresse de courriel; mél; E-Mail-Adresse
        Mailadresse; correo; correo electrónico; dirección de correo; dirección electrónica; email oficial
        posta elettronica; indirizzo e-mail; indirizzo email; correio eletrónico; correio eletrônico; endereço de email
        e-mailadres; e-post; epost; e-postadress; sähköposti; adres e-mail; poczta elektroniczna; e-mailová adresa
        e-posta; почта; электронная почта; эл. почта; адрес электронной почты; البريد الإلكتروني; 邮箱; 电子邮件
        电子邮箱; メール; 이메일""",
    "language": """language; lang; preferred language; language of correspondence; langue; langue de correspondance
        Sprache; Korrespondenzsprache; idioma; lengua; lingua; língua; taal; språk; sprog; kieli; język; jazyk; nyelv
        dil; язык; اللغة; 语言; 语种""",
    "formats": """formats; format; file format; file formats; file type; files; formats de fichier; Formate; Dateiformat
        Dateiformate; formato; formatos; formati; formaten; formaty; formát; formátum; biçim; формат; форматы; الصيغة
        التنسيق; 格式""",
    "copy": """copy; copy no; copy number; number of copy; copy nr; copy #; no of copy; copy id; numbered copy; exemplar
        exemplaire; exemplaire n°; n° d'exemplaire; numéro d'exemplaire; copie n°; Exemplar Nr.; Exemplarnummer
        Ausfertigung; Kopie Nr.; ejemplar; n.º de ejemplar; número de ejemplar; copia n.º; esemplare; esemplare n.
        numero di copia; copia; copia n.; exemplar n.º; exemplaar; exemplaarnummer; eksemplar; egzemplarz
        nr egzemplarza; výtisk č.
        номер экземпляра; экземпляр; экз. №; رقم النسخة; 份号; 副本编号""",
    "clearance": """clearance; clears; clears drafts; for clearance; clearing office; clearing officer; visa; pour visa
        Freigabe; zur Freigabe; Mitzeichnung; visto bueno; nulla osta; parafa; paraaf; autorización
        согласование; визирование; الموافقة; 审批""",
}
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_BESIDE = re.compile(r"(?i)\s*[/|,;]\s*|\s+(?:or|and|&|ou|et|oder|und|o|y|e)\s+")
_PARTS = """first name; given name; given names; forename; last name; family name; surname; middle name; prénom; prénoms
    nom de famille; Vorname; Nachname; Familienname; apellido; apellidos; nombre de pila; cognome; nome di battesimo
    sobrenome; apelido; voornaam; achternaam; familienaam; fornamn; efternamn; fornavn; etternavn; imię; nazwisko
    křestní jméno; příjmení; keresztnév; vezetéknév; soyad; soyadı; имя отчество; фамилия; отчество; 姓; 名"""


def plain(name: str) -> str:
    """A name of a column without case, accents, spaces and signs: "Copy no." is copyno."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return "".join(one for one in decomposed if one.isalnum())


@cache
def _known() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for field, names in _USUAL.items():
        for name in names.replace("\n", ";").split(";"):
            known.setdefault(plain(name), field)
    return known


@cache
def _known_parts() -> frozenset[str]:
    return frozenset(plain(name) for name in _PARTS.replace("\n", ";").split(";"))


def usual_meaning(name: str) -> str:
    """What a column with this name is read as; empty if its name is none of the usual ones.

    Words in brackets say nothing, and several names may stand beside each other: "Ministry / Mission" is an office.
    """
    if meaning := _known().get(plain(name)):
        return meaning
    meanings = {_known().get(plain(part), "") for part in _BESIDE.split(_BRACKETS.sub("", name))}
    return meanings.pop() if len(meanings) == 1 else ""


def is_part_of_name(name: str) -> bool:
    """Whether a column with this name has only a part of people's names."""
    return plain(name) in _known_parts()


def probable_meaning(name: str) -> str:
    """What a column whose name is probably misspelt was meant to be; empty if that is not likely."""
    written = plain(name)
    if len(written) < 4 or is_part_of_name(name):
        return ""
    close = [one for one in _known() if len(one) >= 4 and abs(len(one) - len(written)) <= 1 and _is_close(written, one)]
    return _known()[most_similar(written, close) or close[0]] if close else ""


def _is_close(written: str, known: str) -> bool:
    """Whether two names differ by a slip: a letter more, fewer, another, or two in the wrong order."""
    if sorted(written) == sorted(known):
        return True
    shorter, longer = sorted((written, known), key=len)
    start = next((at for at in range(len(shorter)) if shorter[at] != longer[at]), len(shorter))
    skipped = 0 if len(shorter) == len(longer) else 1
    return shorter[start + 1 - skipped :] == longer[start + 1 :]
