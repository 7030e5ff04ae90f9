"""What a text says more strongly than its passage, in all three ways, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.check.scales.dropped_attributions import dropped_attributions
from briefs.check.scales.dropped_hedges import dropped_hedges
from briefs.check.scales.dropped_quantities import dropped_quantities
from briefs.check.scales.raised import Raised
from briefs.check.scales.raising import raised
from tests.check.scales.builders import NO_RULES, english

STRONGER = [
    (
        "All villages agreed by consensus that the council must and will build a new well.",
        "A number of villages said that they would like a new well.",
    ),
    (
        "Most villages said that they would like a new well.",
        "A number of villages said that they would like a new well.",
    ),
    ("Villages must have a new well.", "A number of villages said that they would like a new well."),
    ("The council will build a new well.", "A number of villages said that they would like a new well."),
    ("Villages said that they will like a new well.", "A number of villages said that they would like a new well."),
    ("All participants agreed that migrants need help.", "Several participants said that all migrants need help."),
    ("Most participants felt that States have no policy.", "Some participants felt that most States have no policy."),
    ("Participants rejected the plan.", "Participants noted the plan."),
    ("It was decided that the board meets.", "It was suggested that the board meets."),
    ("Delegates unanimously noted the delay.", "Delegates noted the delay."),
    ("Half of the members support a levy.", "Several members support a levy."),
    ("The levy is a legal obligation.", "The levy is an option that members may consider."),
    ("Members are legally bound to pay.", "Members should pay."),
    ("Dozens of members asked for a levy.", "Several members asked for a levy."),
    ("The levy always fails.", "The levy often fails."),
    ("Members never pay.", "Members sometimes do not pay."),
    ("The levy will fund schools.", "The levy may fund schools."),
    ("The levy funds schools.", "The levy may fund schools."),
    ("The levy would fund schools.", "The levy could fund schools."),
    ("The levy is fair.", "It was suggested that the levy is fair."),
    ("The levy will be fair.", "One delegate thought the levy would be fair."),
    ("The levy reduces costs.", "In theory, the levy reduces costs."),
    ("Members support the levy.", "Most members support the levy."),
    ("States demanded a seat.", "States asked for a seat."),
    ("A majority of States asked for a seat.", "Some States asked for a seat."),
    ("Members committed to paying.", "Members thought about paying."),
    ("Everyone agreed.", "Some agreed."),
    ("There was unanimity on the levy.", "There was broad agreement on the levy."),
    ("By consensus, members asked for a levy.", "Members asked for a levy."),
    ("Every village wants a well.", "Many villages want a well."),
    ("Participants insisted on a levy.", "One participant suggested a levy."),
    ("The council has to pay.", "The council might pay."),
    ("It is certain to rain.", "It is likely to rain."),
    ("Nearly all farmers lost crops.", "Many farmers lost crops."),
    ("The dam failed.", "The dam apparently failed."),
    ("The minister endorsed the plan.", "The minister noted the plan."),
    ("Villages are obliged to share water.", "Villages are encouraged to share water."),
    ("Villages shall share water.", "Villages should share water."),
]
"""Wording with a passage that does not bear it."""

HARMLESS = [
    ("A number of villages would like a new well.", "A number of villages said that they would like a new well."),
    (
        "Several villages said that they would like a new well.",
        "A number of villages said that they would like a new well.",
    ),
    (
        "A new well, several villages said, would be liked.",
        "A number of villages said that they would like a new well.",
    ),
    ("Some villages would like a new well.", "A number of villages said that they would like a new well."),
    ("Multiple villages said they would like a well.", "A number of villages said that they would like a new well."),
    (
        "Villages, a number of them, said that they would like a new well.",
        "A number of villages said that they would like a new well.",
    ),
    (
        "Several participants said that all migrants need help.",
        "Several participants said that all migrants need help.",
    ),
    ("The most important point was water.", "The most important point was water, several said."),
    ("Most important was water, it was said.", "It was said that most important of all was water."),
    ("Above all, the levy should be fair.", "The levy should, above all, be fair."),
    ("Not at all easy, after all, it was said.", "It was said that it was not easy."),
    ("One of the proposals was a levy.", "One of the proposals was a levy."),
    ("The meeting in May noted the delay.", "The meeting in May noted the delay."),
    ("Political will is lacking, it was noted.", "It was noted that the political will is lacking."),
    ("An agreed definition is missing.", "There is no definition."),
    ("A levy was suggested by several members.", "Several members suggested a levy."),
    ("It was suggested that members pay a levy.", "A suggestion was made that members should pay a levy."),
    ("Members could be asked to pay.", "It may be that members could be asked to pay."),
    ("Many members support the levy.", "A number of members support the levy."),
    ("Most members support the levy.", "A majority of members support the levy."),
    ("A majority of members support the levy.", "Most members support the levy."),
    ("Participants felt that the levy would help.", "Participants thought that the levy would help."),
    ("The levy might help.", "The levy could help."),
    ("The levy could help.", "The levy may help."),
    ("Possibly, the levy helps, one delegate said.", "One delegate said that the levy may help."),
    ("The levy would probably help.", "The levy would likely help."),
    ("The levy is likely to help.", "The levy would likely help."),
    ("It was noted that the levy was late.", "Delegates noted that the levy was late."),
    ("Delegates remarked that the levy was late.", "Delegates noted that the levy was late."),
    ("Delegates mentioned the late levy.", "Delegates noted that the levy was late."),
    ("They recommended a levy.", "They proposed a levy."),
    ("Members called for a levy.", "Members recommended a levy."),
    ("Members urged a levy.", "Members insisted on a levy."),
    ("The vast majority support the levy.", "The overwhelming majority of members support the levy."),
    ("Almost all members support the levy.", "Nearly all members support the levy."),
    ("Villages must share water.", "Villages are required to share water."),
    ("Villages have to share water.", "Villages must share water."),
    ("Villages need to share water.", "Villages must share water."),
    ("The well was to be built in 2012.", "The well will be built in 2012."),
    ("The council plans a well.", "The council will build a well."),
    ("How could the levy help?", "Delegates asked how the levy could help."),
    ("Support a levy.", "Several members advocated a levy."),
    ("Consider a levy.", "A levy might be useful."),
    ("Establish a levy.", "Establishing a levy"),
    ("Publish the tides.", "The board should publish the tides."),
    (
        "Some felt that the levy is unfair; others that it is fair.",
        "Some felt that the levy is unfair. Others felt that it is fair.",
    ),
    ("Typically, dams fail in spring.", "Usually, dams fail in spring."),
    ("Dams usually fail in spring.", "Dams typically fail in spring."),
    ("In general, members were content.", "Generally, members were content."),
    ("Members were generally content.", "Members were generally content."),
    ("There was wide agreement on the levy.", "There was broad agreement on the levy."),
    ("By broad agreement, the levy is fair.", "There was wide agreement that the levy is fair."),
    ("Each village has a well.", "Every village has a well."),
    ("Every village has a well.", "All villages have a well."),
    ("All villages have a well.", "Each village has a well."),
    ("No one likes the levy, one delegate said.", "One delegate said that nobody likes the levy."),
    ("The board agreed to meet.", "The board decided to meet."),
    ("The board resolved to meet.", "The board agreed to meet."),
    ("Half the members left early.", "Half of the members left early."),
    ("Delegates were of the view that the levy would help.", "Delegates felt that the levy would help."),
    ("Water is scarce, many said, and prices rise.", "Many said that water is scarce and that prices rise."),
    ("It was felt that the levy would, to some extent, help.", "It was felt that the levy would help to some extent."),
    ("A few members left.", "Some members left."),
    ("A handful of members left.", "A few members left."),
    ("Numerous members left.", "Many members left."),
    ("The reform is binding.", "The reform is legally binding."),
    ("One delegate asked whether the levy is fair.", "One delegate wondered whether the levy is fair."),
    ("The levy, in an ideal sense, benefits all.", "In an ideal sense, the levy benefits all."),
    ("Ideally, the levy benefits all.", "In an ideal sense, the levy would benefit all."),
    ("Floods will continue.", "Floods will continue and in all likelihood intensify."),
]
"""Wording that says no more than its passage, in other words."""


def found(text: str, passage: str) -> list[Raised]:
    scale = english()
    return [
        *raised(text, passage, NO_RULES),
        *dropped_hedges(text, passage, scale),
        *dropped_quantities(text, passage, scale),
        *dropped_attributions(text, passage, scale),
    ]


@pytest.mark.parametrize(("text", "passage"), STRONGER)
def test_wording_that_its_passage_does_not_bear_is_found(text: str, passage: str) -> None:
    assert found(text, passage)


@pytest.mark.parametrize(("text", "passage"), HARMLESS)
def test_other_words_for_the_same_are_right(text: str, passage: str) -> None:
    assert found(text, passage) == []


def test_each_kind_has_its_code() -> None:
    text = "All villages agreed by consensus that the council must and will build a new well."
    passage = "A number of villages said that they would like a new well."
    assert {one.code for one in raised(text, passage, NO_RULES)} == {
        "strength-upgraded",
        "certainty-raised",
        "act-raised",
    }


def test_a_language_without_a_lexicon_has_nothing_raised() -> None:
    assert list(raised("All agreed.", "Some asked.", replace(NO_RULES, language="xx"))) == []
