"""The day is an input of a check, and none of a build."""

import datetime

from nutgraf.build import Options
from nutgraf.pipeline import build
from nutgraf.problems import has_errors
from tests.memory.desk import Desk
from tests.resolve.desk import explainer


def test_a_build_does_not_know_the_day_even_where_age_is_an_error(desk: Desk) -> None:
    desk.write("content/explainers/old.md", explainer(date="2019-12-01", more="review_by: 2020-01-01\n"))
    settings = (desk.project / "site.toml").read_text("utf-8")
    desk.write("site.toml", settings.replace("[checks]", '[checks]\nreview-overdue = "error"'))
    assert desk.build().is_published
    options = Options(desk.project, desk.output, publishes=False, today=datetime.date(2020, 1, 2))
    assert has_errors(build(options).problems)
    assert desk.build().is_published


def test_a_check_on_another_day_finds_what_is_old_then(desk: Desk) -> None:
    desk.write("content/explainers/old.md", explainer(date="2019-12-01", more="review_by: 2020-01-01\n"))
    for day, found in ((1, 0), (2, 1), (1, 0), (2, 1)):
        options = Options(desk.project, desk.output, publishes=False, today=datetime.date(2020, 1, day))
        assert [problem.rule for problem in build(options).problems].count("review-overdue") == found
