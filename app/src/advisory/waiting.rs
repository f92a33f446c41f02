//! What waits for an advisor, in words, and the ways to put it off.

use kinfolio::agenda::advisor::{AdvisorAgenda, AdvisorStep, CannotRead, LatelyHeard, NewsKind, WaitingStep};
use kinfolio::at::At;
use kinfolio::day::Day;
use kinfolio::field;
use leptos::prelude::*;

use crate::definition::words::{list, named};
use crate::parts::Hidden;
use crate::when;
use crate::wording::apart;

/// One thing that waits.
pub(super) struct WaitingWords {
    what: String,
    /// Since when, or why.
    note: String,
    to: String,
    action: String,
    /// Whether it is something to be read, and can be put away for good.
    is_news: bool,
    can_be_put_off: bool,
}

/// What a step says; none where its student or its work is not there.
pub(super) fn waiting_words(waiting: &WaitingStep, agenda: &AdvisorAgenda, zone: &str) -> Option<WaitingWords> {
    let can_be_put_off = waiting.step.can_be_put_off();
    if let AdvisorStep::HearWorry(worry) = &waiting.step {
        // Whose advisor they are not, too.
        let what = say!(board.worry, name = apart(&worry.student));
        let note = when::short_day(waiting.since, zone);
        let (to, action) = (format!("/worry/{}", worry.id), say!(home.open));
        return Some(WaitingWords { what, note, to, action, is_news: false, can_be_put_off });
    }
    let line = agenda.lines.iter().find(|line| line.student.id == waiting.student)?;
    let student = &line.student;
    let name = || apart(student.called());
    let own = |page: &str| format!("/student/{}/{page}", student.id);
    let since = || when::short_day(waiting.since, zone);
    let words = |what, note, to, action| WaitingWords { what, note, to, action, is_news: false, can_be_put_off };
    Some(match &waiting.step {
        AdvisorStep::Follow(_) | AdvisorStep::HearWorry(_) => return None,
        AdvisorStep::SayHowItWent(id) => {
            let promise = agenda.asked.iter().find(|promise| promise.id == *id)?;
            let what = say!(agenda.how, what = apart(&promise.what));
            words(what, String::new(), format!("/commitment/{id}/how"), say!(commitment.say_how))
        }
        AdvisorStep::AnswerCheck(id) => {
            let check = line.checks.iter().find(|check| check.work_id == *id)?;
            let what = format!("{} {}", say!(board.answer_check), apart(&check.title));
            let note = say!(board.asks, name = apart(&student.name), day = since());
            words(what, note, format!("/work/{id}#check"), say!(board.open_check))
        }
        AdvisorStep::AnswerVersion(id) => {
            let what = say!(board.answer_version, name = name());
            let note = say!(board.asked_on, day = since());
            words(what, note, format!("/version/{id}/answer"), say!(home.answer_do))
        }
        AdvisorStep::LookAtWording(id) => {
            let what = say!(agenda.wording_of, name = name());
            let to = format!("{}#s-{id}", own("definition"));
            words(what, say!(board.asked_on, day = since()), to, say!(agenda.wording_do))
        }
        AdvisorStep::Read(news) => news_words(news, &name(), own("definition"), since()),
        AdvisorStep::HelpPlan(id) => {
            let note = when::day_and_time(waiting.since, zone);
            let to = id.as_ref().map_or_else(|| own("conference"), |id| format!("/conference/{id}/talk"));
            words(say!(board.help_plan, name = name()), note, to, say!(home.open))
        }
        AdvisorStep::Translate(CannotRead { statement, people }) => {
            let people: Vec<String> = people.iter().map(|(one, kinship)| apart(named(one, Some(kinship)))).collect();
            let what = say!(board.unread, names = list(&people), name = name());
            let to = format!("{}#s-{statement}", own("definition"));
            words(what, say!(board.unread_note), to, say!(board.unread_do))
        }
        AdvisorStep::AddVoice => {
            words(say!(board.add_voice, name = name()), String::new(), own("definition"), say!(board.open_definition))
        }
        AdvisorStep::ReadAgain => {
            let what = say!(board.read_again, name = name());
            words(what, say!(board.read_again_due), own("definition"), say!(board.open_definition))
        }
        AdvisorStep::OpenAnew(asked) => {
            let what =
                say!(board.open_anew, person = apart(&asked.name), kinship = apart(&asked.kinship), name = name());
            let note = say!(board.asked_on, day = since());
            let to = format!("/student/{}/grants?person={}", student.id, asked.person_id);
            words(what, note, to, say!(board.open_to_family_do))
        }
        AdvisorStep::OpenToFamily => words(
            say!(board.open_to_family, name = name()),
            String::new(),
            own("family"),
            say!(board.open_to_family_do),
        ),
        AdvisorStep::HelpSignIn => {
            let note = say!(board.help_sign_in_note);
            words(say!(board.help_sign_in, name = name()), note, format!("/student/{}", student.id), say!(home.open))
        }
        AdvisorStep::LookIn => {
            let note = say!(board.look_in_note, day = since());
            words(say!(board.look_in, name = name()), note, format!("/student/{}", student.id), say!(home.open))
        }
    })
}

fn news_words(news: &LatelyHeard, name: &str, definition: String, day: String) -> WaitingWords {
    let (author, name) = (apart(&news.author), name.to_owned());
    let (what, to) = match news.kind {
        NewsKind::Reply => {
            (say!(board.news_reply, author = author, name = name), format!("/conference/{}#replies", news.about))
        }
        NewsKind::Comment => {
            (say!(board.news_comment, author = author, name = name), format!("/conference/{}/talk", news.about))
        }
        NewsKind::Moved => {
            (say!(board.news_moved, author = author, name = name), format!("/conference/{}", news.about))
        }
        NewsKind::CalledOff => {
            (say!(board.news_called_off, author = author, name = name), format!("/conference/{}", news.about))
        }
        NewsKind::Talk => (say!(board.news_talk, author = author, name = name), definition),
        NewsKind::Feedback => {
            (say!(board.news_feedback, author = author, name = name), format!("/work/{}", news.about))
        }
    };
    WaitingWords { what, note: day, to, action: say!(board.read), is_news: true, can_be_put_off: true }
}

/// One thing that waits, one click from done; it can be put off until a day.
#[component]
pub(super) fn Waits(words: WaitingWords, key: String, zone: String, now: At) -> impl IntoView {
    let WaitingWords { what, note, to, action, is_news, can_be_put_off } = words;
    let label = format!("{action}: {what} {note}");
    let note = (!note.is_empty()).then(|| view! { <span>{note}</span> });
    let today = Day::of(now, &zone);
    let days = [(1, say!(board.tomorrow)), (7, say!(board.next_week)), (28, say!(board.in_a_month))];
    let choices = days
        .into_iter()
        .map(|(days, words)| {
            view! { <button class="btn btn--small btn--quiet" name=field::DAY.wire() value=today.plus_days(days).to_string()>{words}</button> }
        })
        .collect_view();
    let read = is_news.then(|| {
        view! { <button class="btn btn--small btn--quiet" name=field::DAY.wire() value="">{say!(board.put_away)}</button> }
    });
    let later = can_be_put_off.then(|| {
        view! {
            <details class="later">
                <summary>{say!(board.put_off)}</summary>
                <form method="post" action="/today/put-off" class="row">
                    <Hidden name=field::STEP value=key/>
                    {read} {choices}
                </form>
            </details>
        }
    });
    view! {
        <li>
            <p>{what} {note}</p>
            <a class="btn btn--small" href=to aria-label=label>{action}</a>
            {later}
        </li>
    }
}

/// Something that was put off, or away: it can be brought back.
#[component]
pub(super) fn IsOff(words: WaitingWords, key: String) -> impl IntoView {
    let WaitingWords { what, note, .. } = words;
    let note = (!note.is_empty()).then(|| view! { <span>{note}</span> });
    view! {
        <li>
            <p>{what} {note}</p>
            <form method="post" action="/today/put-off">
                <Hidden name=field::STEP value=key/>
                <Hidden name=field::BACK value="yes"/>
                <button class="btn btn--small btn--quiet">{say!(conference.bring_back)}</button>
            </form>
        </li>
    }
}
