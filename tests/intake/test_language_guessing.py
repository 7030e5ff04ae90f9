from __future__ import annotations

import pytest

from briefs.intake.intake_words import function_words
from briefs.intake.language_guessing import guess_language, language_of
from tests.intake.reports import received

SENTENCES = {
    "en": "The ministers of the two countries met in the spring and agreed that the report should be published.",
    "fr": "Les ministres des deux pays se sont réunis et ont convenu que le rapport devrait être publié avant l'été.",
    "es": "Los ministros de los dos países se reunieron y acordaron que el informe debería publicarse en el año.",
    "pt": "Os ministros dos dois países reuniram-se e concordaram que o relatório não deveria ser publicado no ano.",
    "it": "I ministri dei due paesi si sono riuniti e hanno convenuto che il rapporto dovrebbe essere pubblicato.",
    "ro": "Miniștrii celor două țări s-au întâlnit și au convenit că raportul ar trebui publicat în acest an.",
    "ca": "Els ministres dels dos països es van reunir i van acordar que l'informe s'hauria de publicar.",
    "de": "Die Minister der beiden Länder trafen sich und vereinbarten, dass der Bericht veröffentlicht werden soll.",
    "nl": "De ministers van de twee landen kwamen bijeen en spraken af dat het rapport moet worden gepubliceerd.",
    "sv": "Ministrarna från de två länderna möttes och kom överens om att rapporten ska publiceras före årets slut.",
    "da": "Ministrene fra de to lande mødtes og blev enige om, at rapporten skal offentliggøres efter flere møder.",
    "nb": "Ministrene fra de to landene møttes og ble enige om at rapporten skal offentliggjøres etter flere møter.",
    "fi": "Kahden maan ministerit tapasivat ja sopivat, että raportti on julkaistava ja että se on myös käännettävä.",
    "pl": "Ministrowie obu krajów spotkali się i uzgodnili, że raport powinien zostać opublikowany przed końcem roku.",
    "cs": "Ministři obou zemí se sešli a dohodli se, že zpráva by měla být zveřejněna před koncem tohoto roku.",
    "hu": "A két ország miniszterei találkoztak, és megállapodtak abban, hogy a jelentést közzé kell tenni.",
    "tr": "İki ülkenin bakanları bir araya geldi ve raporun yıl sonundan önce yayımlanması için anlaştı.",
    "id": "Para menteri dari kedua negara bertemu dan sepakat bahwa laporan ini akan diterbitkan pada tahun ini.",
    "vi": "Các bộ trưởng của hai nước đã gặp nhau và đồng ý rằng báo cáo này phải được công bố trong năm.",
    "ru": "Министры двух стран встретились и договорились, что доклад должен быть опубликован до конца года.",
    "uk": "Міністри двох країн зустрілися і домовилися, що доповідь має бути опублікована до кінця року.",
    "bg": "Министрите на двете страни се срещнаха и се договориха, че докладът трябва да бъде публикуван.",
    "ar": "اجتمع وزراء البلدين في الربيع واتفقوا على أن يتم نشر التقرير قبل نهاية العام.",
    "fa": "وزیران دو کشور در بهار با هم دیدار کردند و توافق کردند که این گزارش باید منتشر شود.",
    "zh": "两国部长于春季会晤，并同意报告应在年底前发布。",
    "ja": "両国の大臣は春に会談し、報告書を年末までに公表することで合意した。",
    "ko": "양국 장관은 봄에 만나 연말 이전에 보고서를 발표하기로 합의했다.",
    "el": "Οι υπουργοί των δύο χωρών συναντήθηκαν την άνοιξη.",
    "he": "שרי שתי המדינות נפגשו באביב והסכימו לפרסם את הדוח.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough_to_tell_its_language(language: str) -> None:
    assert language_of(SENTENCES[language])[0] == language


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "it", "de", "nl", "sv", "da", "nb", "pl", "ru", "ar"])
def test_fifty_words_make_it_certain(language: str) -> None:
    certainty = language_of(SENTENCES[language] * 3)[1]
    assert certainty >= 0.85


def test_names_and_numbers_tell_no_language() -> None:
    assert language_of("Kelby 2026 ICMC Åsnes Brook 14") == ("", 0.0)
    assert language_of("1234 5678") == ("", 0.0)


def test_every_language_with_others_in_its_script_has_words() -> None:
    scripts = [known.script for known in function_words().values()]
    assert all(known.words for known in function_words().values() if scripts.count(known.script) > 1)


def test_what_the_file_declares_is_kept_with_its_region_if_the_words_agree() -> None:
    guess = guess_language(received(SENTENCES["en"] * 3, language="en-GB"))
    assert (guess.value, guess.certainty >= 0.95) == ("en-GB", True)


def test_words_outvote_what_a_word_processor_declares_by_itself() -> None:
    guess = guess_language(received(SENTENCES["fr"] * 3, language="en-US"))
    assert (guess.value, guess.evidence) == ("fr", 'its words; the file declares "en-US"')
    assert guess.certainty <= 0.9


def test_the_declaration_stands_where_words_say_little() -> None:
    assert guess_language(received("Kelby 2026", language="it")).value == "it"
    assert guess_language(received("Kelby 2026")).value is None
