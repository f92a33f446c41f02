//! The road of a work: versions, feedback and what became of it, checks and answers, in the order in which they came.

use kinfolio::at::At;
use kinfolio::field;
use kinfolio::hidden::may_hide;
use kinfolio::id::{RevisionId, WorkId};
use kinfolio::policy::Action;
use kinfolio::work::{
    self as works, Check, CheckAnswer, EarlierAnswer, Feedback, Mastery, Revision, Shows, Wish, WishAnswer,
};
use kinfolio::worry::may_worry;
use leptos::prelude::*;

use super::found;
use super::said::{Became, FeedbackCard};
use super::telling::Telling;
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::own_words::school_lang;
use crate::parts::{Hidden, Icon, Words, way_about};
use crate::refusal::Answer;
use crate::said::Done;
use crate::taking_back::TakeBack;
use crate::when;

/// The student shows the road, or the result only.
pub async fn choose(asking: Asking, In(id): In<WorkId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let (work, _) = found(&asking, &mut tx, &id, Action::ChangeWork).await?;
    // Nothing else can be chosen in the form.
    let Some(shows) = Shows::named(fields.get(field::SHOWS)) else { return go(format!("/work/{id}#shows")) };
    work.show(&mut tx, shows).await?;
    tx.commit().await?;
    let said = if shows == Shows::Road { Done::ShowsRoad } else { Done::ShowsResult };
    go_saying(format!("/work/{id}#shows"), said)
}

/// How many steps of a road stand in sight; what came before them is folded.
const IN_SIGHT: usize = 3;

/// One step of the road.
enum RoadStep {
    Version(Revision),
    Said(Feedback),
    Asked(Check),
    Answered(Check),
}

impl RoadStep {
    /// Every step of a work, the first one first.
    fn of(telling: &Telling) -> Vec<Self> {
        let versions = telling.revisions.iter().cloned().map(Self::Version);
        let said = telling.feedback.iter().filter(|said| telling.sees(said)).cloned().map(Self::Said);
        let asked = telling.checks.iter().cloned().map(Self::Asked);
        let answered = telling.checks.iter().filter(|check| check.answered.is_some()).cloned().map(Self::Answered);
        let mut steps: Vec<Self> = versions.chain(said).chain(asked).chain(answered).collect();
        steps.sort_by_key(Self::at);
        steps
    }

    fn at(&self) -> At {
        match self {
            Self::Version(revision) => revision.made_at,
            Self::Said(feedback) => feedback.made_at,
            Self::Asked(check) => check.asked_at,
            Self::Answered(check) => check.answered.as_ref().map_or(check.asked_at, |(_, at)| *at),
        }
    }
}

impl Telling {
    /// Whether whoever looks reads this feedback: what is hidden is there for whoever hid it, and whoever said it.
    fn sees(&self, feedback: &Feedback) -> bool {
        let by_them = |hidden: &works::Hidden| hidden.by_id == self.reader;
        feedback.author_id == self.reader || feedback.hidden.as_ref().is_none_or(by_them)
    }

    /// How it is out of sight, as far as that is told: whoever said it hears of it where there is a reason.
    fn hidden<'f>(&self, feedback: &'f Feedback) -> Option<&'f works::Hidden> {
        feedback.hidden.as_ref().filter(|hidden| hidden.by_id == self.reader || !hidden.reason.is_empty())
    }

    fn revision(&self, id: &RevisionId) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.id == *id)
    }
}

/// The answer to a check that is new: nothing has come after it. It stands at the top.
pub(super) fn new_answer(telling: &Telling) -> Option<&Check> {
    /// A *mastered* is new for so long.
    const LATELY: i64 = 14 * 24 * 60 * 60 * 1000;
    let last = telling.checks.iter().rfind(|check| check.withdrawn_at.is_none())?;
    let (_, at) = last.answered.as_ref()?;
    let is_latest = telling.revisions.last().is_none_or(|latest| latest.made_at <= *at);
    let is_new = is_latest && (!last.is_mastered() || telling.now.0 - at.0 <= LATELY);
    is_new.then_some(last)
}

/// The new answer to a check: what would get it there first; what is mastered unfolds.
pub(super) fn answer_on_top(telling: &Telling) -> Option<AnyView> {
    let check = new_answer(telling)?;
    let (name, at) = check.answered.clone()?;
    let zone = &telling.zone;
    let day =
        view! { " " <time class="soft small" datetime=when::machine(at, zone)>{when::short_day(at, zone)}</time> };
    let title =
        if check.is_mastered() { say!(work.mastered_from) } else { say!(work.answer_from, name = name.clone()) };
    let mut answers = check.answers.clone();
    answers.sort_by_key(|answer| answer.answer == Some(Mastery::Mastered));
    let rows = answers
        .into_iter()
        .map(|one| {
            let statement = one.statement.clone();
            if one.answer != Some(Mastery::Mastered) {
                return not_yet(one);
            }
            view! {
                <li><details class="fold fold--paper">
                    <summary><span><span class="state state--mastered">{say!(work.check_mastered)}</span> " "
                        <span lang=school_lang() dir="auto">{statement}</span></span></summary>
                    {words_of(one)}
                </details></li>
            }
            .into_any()
        })
        .collect_view();
    let earlier = check.earlier.iter().map(|earlier| earlier_answer(earlier, zone)).collect_view();
    let again = (!check.is_mastered()).then(|| {
        let to = format!("/work/{}/revision/new", telling.work.id);
        view! {
            <p class="soft small noprint">{say!(work.ask_needs_revision)}</p>
            <p class="actions noprint"><a class="btn btn--primary" href=to><Icon name="pencil"/> {say!(work.revise)}</a></p>
        }
    });
    Some(
        view! {
            <section class="voice voice--school new-answer" id="answer">
                <h2>{title}{day}</h2>
                <ul class="lines">{rows}</ul>
                {earlier}
                {again}
            </section>
        }
        .into_any(),
    )
}

/// *Not yet*: what would get it there in sight, what was said to each criterion beneath.
fn not_yet(mut answer: CheckAnswer) -> AnyView {
    let (said, waved) = (std::mem::take(&mut answer.said), std::mem::take(&mut answer.waved));
    let by_criterion = CheckAnswer { next_step: String::new(), said, waved, ..answer.clone() };
    let more = (!by_criterion.said.is_empty()).then(|| {
        view! {
            <details class="fold fold--paper fold--quiet"><summary>{say!(work.by_criterion)}</summary>{words_of(by_criterion)}</details>
        }
    });
    let statement = answer.statement.clone();
    view! {
        <li>
            <p><span class="state state--notyet">{say!(work.check_not_yet)}</span> " " <span lang=school_lang() dir="auto">{statement}</span></p>
            {words_of(answer)}
            {more}
        </li>
    }
    .into_any()
}

/// The road, as a list. Each step is named; what it holds unfolds, and the last one stands open, and so does feedback that
/// waits for the student to say what became of it, until a check is answered.
pub(super) fn walked(telling: &Telling) -> AnyView {
    let steps = RoadStep::of(telling);
    let (last, folded) = (steps.len().saturating_sub(1), steps.len().saturating_sub(IN_SIGHT));
    // What is folded together unfolds together.
    let mut rows: Vec<_> = (steps.into_iter().enumerate())
        .map(|(place, step)| row(step, telling, place == last || place < folded))
        .collect();
    let latest = rows.split_off(rows.len().saturating_sub(IN_SIGHT));
    let before = (!rows.is_empty()).then(|| {
        view! {
            <details class="fold fold--paper"><summary>{say!(work.road_before)}</summary><ol class="road">{rows}</ol></details>
        }
    });
    view! { {before} <ol class="road">{latest}</ol> }.into_any()
}

/// A step: its name in sight, what it holds beneath.
fn step(class: &'static str, title: AnyView, body: AnyView, open: bool) -> AnyView {
    view! {
        <li class=class>
            <details class="fold fold--paper road__step" open=open><summary><h3>{title}</h3></summary><div class="flow">{body}</div></details>
        </li>
    }
    .into_any()
}

fn row(of: RoadStep, telling: &Telling, is_last: bool) -> AnyView {
    let (at, zone, work) = (of.at(), &telling.zone, &telling.work);
    let day = view! { " " <time datetime=when::machine(at, zone)>{when::short_day(at, zone)}</time> };
    match of {
        RoadStep::Version(revision) => {
            let name = if revision.number == 1 {
                say!(work.first)
            } else {
                say!(work.nth, number = revision.number.to_string())
            };
            let number = revision.number.to_string();
            let look = format!("/work/{}/revision/{number}", work.id);
            let compare = (revision.number > 1).then(|| {
                let to = format!("/work/{}/compare?from={}&to={number}", work.id, revision.number - 1);
                view! { " · " <a class="noprint" href=to>{say!(mastery.compare_before)}</a> }
            });
            let words = (!revision.reflection.is_empty())
                .then(|| view! { <Words text=revision.reflection language=work.language.clone()/> });
            let body = view! { {words}<p class="small"><a class="go" href=look>{say!(work.look_at, number = number)}</a>{compare}</p> };
            step("", view! { {name}{day} }.into_any(), body.into_any(), is_last)
        }
        RoadStep::Said(feedback) => heard(feedback, telling, day.into_any(), is_last),
        RoadStep::Asked(check) => asked(check, telling, day.into_any(), is_last),
        RoadStep::Answered(check) => {
            let on_top = telling.is_own() && new_answer(telling).is_some_and(|new| new.id == check.id);
            answered(check, telling, day.into_any(), (is_last, on_top))
        }
    }
}

/// Feedback, with the revision it was about and what became of it.
fn heard(feedback: Feedback, telling: &Telling, day: AnyView, is_last: bool) -> AnyView {
    let work = &telling.work;
    let revision = telling.revision(&feedback.revision_id).cloned();
    // Of the version that stands above it is not said.
    let is_latest = telling.revisions.last().is_some_and(|latest| latest.id == feedback.revision_id);
    let about = revision.as_ref().filter(|_| !is_latest || !feedback.pointing.passage.is_empty()).map(|revision| {
        let number = revision.number.to_string();
        let to = place_in(&feedback, telling, &number);
        view! { <p class="soft small">{say!(mastery.about)} " " <a href=to>{say!(work.nth, number = number)}</a></p> }
    });
    let class = match feedback.role {
        kinfolio::person::Role::Student => "road__peer",
        _ => "road__school",
    };
    let id = feedback.id.to_string();
    let title = say!(work.feedback_from, name = feedback.author.clone());
    let below = match telling.hidden(&feedback) {
        Some(hidden) => {
            let words = say!(mastery.hidden_by, name = hidden.by.clone());
            let reason = hidden.reason.clone();
            view! { <p class="small"><Icon name="eye"/> {words} " " <q dir="auto">{reason}</q></p> }.into_any()
        }
        None => became(&feedback, telling),
    };
    let is_hidden = telling.hidden(&feedback).is_some();
    let own = (feedback.author_id == telling.reader && feedback.withdrawn_at.is_none()).then(|| own_words(&id));
    // A check that was answered since says more of where the work stands.
    let is_overtaken = (telling.checks.iter())
        .any(|check| check.answered.as_ref().is_some_and(|(_, answered_at)| *answered_at > feedback.made_at));
    let asks = telling.work.may(telling.student.standing, Action::AnswerFeedback);
    let waits = feedback.answer.is_none() && asks && is_latest && !is_overtaken;
    let rendered = telling.beneath_feedback(&feedback);
    let card = view! { <FeedbackCard feedback work=work.clone() revision zone=telling.zone.clone()/> };
    // What is hidden is there for the advisor, but not in sight.
    let card = match is_hidden {
        true => {
            view! { <details class="fold"><summary>{say!(mastery.hidden_words)}</summary>{card}</details> }.into_any()
        }
        false => card.into_any(),
    };
    // The anchor is inside: whoever is led here finds it unfolded.
    let body = view! { <div class="flow" id=format!("f-{id}")>{about}{card}{rendered}{own}{below}</div> };
    step(class, view! { {title}{day} }.into_any(), body.into_any(), is_last || waits)
}

/// What whoever gave feedback can do with it.
pub(super) fn own_words(id: &str) -> AnyView {
    view! {
        <p class="small noprint"><a href=format!("/feedback/{id}/correct")>{say!(mastery.correct)}</a></p>
        <TakeBack to=format!("/feedback/{id}/take-back") words=say!(mastery.take_back)/>
    }
    .into_any()
}

/// Where feedback leads: to its revision, and there to the words it quotes.
fn place_in(feedback: &Feedback, telling: &Telling, number: &str) -> String {
    let to = format!("/work/{}/revision/{number}", telling.work.id);
    if feedback.pointing.passage.is_empty() || feedback.pointing.passage.contains('\n') {
        return to;
    }
    let mut words = String::new();
    for byte in feedback.pointing.passage.trim_matches(|c: char| !c.is_alphanumeric()).bytes() {
        if byte.is_ascii_alphanumeric() {
            words.push(char::from(byte))
        } else {
            words.push_str(&format!("%{byte:02X}"))
        }
    }
    format!("{to}#:~:text={words}")
}

/// What became of feedback; for the student, saying so.
fn became(feedback: &Feedback, telling: &Telling) -> AnyView {
    let answer = format!("/feedback/{}/answer", feedback.id);
    let named = |way: String| way_about(&way, &feedback.text);
    let own = telling.work.may(telling.student.standing, Action::AnswerFeedback);
    let said = view! { <Became feedback=feedback.clone() student=telling.student.name.clone()/> };
    let (page, send) = (answer.clone(), answer.clone());
    let ways = match (own, &feedback.answer) {
        (true, None) => Some(
            view! {
                <form method="post" action=send class="actions noprint">
                    <Hidden name=field::USE value="used"/>
                    <button class="btn btn--small">{say!(mastery.used)}</button>
                    <a class="btn btn--small btn--quiet" href=page>{say!(mastery.differently)}</a>
                </form>
            }
            .into_any(),
        ),
        (true, Some(_)) => {
            let label = named(say!(mastery.answer_change));
            Some(view! { <p class="small noprint"><a href=answer aria-label=label>{say!(mastery.answer_change)}</a></p> }.into_any())
        }
        (false, _) => None,
    };
    let hides = may_hide(&telling.student, &feedback.author_id, feedback.role);
    let hide = hides.then(|| {
        let to = format!("/feedback/{}/hide", feedback.id);
        view! { <a class="soft" href=to aria-label=named(say!(mastery.hide))>{say!(mastery.hide)}</a> }
    });
    let worries = may_worry(&telling.student, &feedback.author_id) && feedback.withdrawn_at.is_none();
    let worry = worries.then(|| {
        let to = format!("/feedback/{}/worry", feedback.id);
        view! { <a class="soft" href=to aria-label=named(say!(worry.link))>{say!(worry.link)}</a> }
    });
    let about_them = (hides || worries).then(|| view! { <p class="row small noprint">{hide} {worry}</p> });
    view! { {said} {ways} {about_them} }.into_any()
}

fn asked(check: Check, telling: &Telling, day: AnyView, is_last: bool) -> AnyView {
    let number = telling.revision(&check.revision_id).map(|revision| revision.number.to_string());
    let about = number.map(|number| {
        let to = format!("/work/{}/revision/{number}", telling.work.id);
        view! { <p class="soft small">{say!(mastery.about)} " " <a href=to>{say!(work.nth, number = number)}</a></p> }
    });
    let wish = check.wish.map(|wish| view! { <WishSaid wish student=telling.student.name.clone()/> });
    let withdrawn = check.withdrawn_at.map(|_| view! { <p class="soft small">{say!(mastery.check_withdrawn)}</p> });
    let body = view! { {about}{withdrawn}{wish} };
    step("", view! { {say!(work.asked)}{day} }.into_any(), body.into_any(), is_last)
}

/// How the student would rather show it, and what was said to that.
#[component]
pub(super) fn WishSaid(wish: Wish, student: String) -> impl IntoView {
    use crate::parts::{Voice, VoiceCard};
    let said = wish
        .answers
        .into_iter()
        .map(|said| {
            let answer = match said.answer {
                WishAnswer::Agreed => say!(mastery.wish_agreed),
                WishAnswer::Talk => say!(mastery.wish_talk),
            };
            let words = (!said.words.is_empty()).then(|| view! { <p class="said" dir="auto">{said.words}</p> });
            view! {
                <div class="voice voice--line voice--school">
                    <p class="who who--school"><bdi>{said.author}</bdi></p><p class="strong">{answer}</p>{words}
                </div>
            }
        })
        .collect_view();
    view! {
        <VoiceCard voice=Voice::Student name=student language=wish.language.clone() line=true>
            <p class="soft small">{say!(mastery.wish_said)}</p>
            <Words text=wish.words language=wish.language/>
        </VoiceCard>
        {said}
    }
}

fn answered(check: Check, telling: &Telling, day: AnyView, (is_last, on_top): (bool, bool)) -> AnyView {
    let own = (check.answered_by.as_ref() == Some(&telling.reader)).then(|| {
        let to = format!("/check/{}/correct", check.id);
        view! { <p class="small noprint"><a href=to>{say!(mastery.correct_answer)}</a></p> }
    });
    let earlier = check.earlier.iter().map(|earlier| earlier_answer(earlier, &telling.zone)).collect_view();
    let mastered = check.is_mastered();
    let class = if mastered { "road__mastered" } else { "road__school" };
    let name = check.answered.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
    let title = if mastered { say!(work.mastered_from) } else { say!(work.answer_from, name = name.clone()) };
    if on_top {
        return view! { <li class=class><h3><a href="#answer">{title}</a>{day}</h3></li> }.into_any();
    }
    let answers = check.answers.into_iter().map(answer).collect_view();
    let body = view! {
        <div class="voice voice--line voice--school"><p class="who who--school"><bdi>{name}</bdi></p><ul class="lines">{answers}</ul></div>
        {earlier}
        {own}
    };
    step(class, view! { {title}{day} }.into_any(), body.into_any(), is_last)
}

/// How an answer read before it was corrected.
fn earlier_answer(earlier: &EarlierAnswer, zone: &str) -> AnyView {
    let rows = earlier.targets.iter().map(|target| {
        let (state, words) = match target.answer {
            Mastery::Mastered => ("state state--mastered", say!(work.check_mastered)),
            Mastery::NotYet => ("state state--notyet", say!(work.check_not_yet)),
        };
        let said = target.said.iter().map(|said| said.words.clone()).chain([target.next_step.clone()]);
        let said = said.filter(|words| !words.is_empty()).map(|words| view! { <p class="said" lang=school_lang() dir="auto">{lines_of(&words)}</p> });
        view! { <li><p><span class=state>{words}</span> " " <span lang=school_lang() dir="auto">{target.statement.clone()}</span></p>{said.collect_view()}</li> }
    });
    let day = when::short_day(earlier.at, zone);
    view! {
        <details class="fold"><summary>{say!(mastery.earlier_words)} " · " {day}</summary>
            <p class="who who--school"><bdi>{earlier.author.clone()}</bdi></p><ul class="lines">{rows.collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// The answer for one target: the word, and what was said.
pub(super) fn answer(answer: CheckAnswer) -> AnyView {
    let (state, words) = match answer.answer {
        Some(Mastery::Mastered) => ("state state--mastered", say!(work.check_mastered)),
        _ => ("state state--notyet", say!(work.check_not_yet)),
    };
    let statement = answer.statement.clone();
    view! { <li><p><span class=state>{words}</span> " " <span lang=school_lang() dir="auto">{statement}</span></p>{words_of(answer)}</li> }
        .into_any()
}

/// What was said about each criterion, and the next step.
fn words_of(answer: CheckAnswer) -> impl IntoView {
    let said = (!answer.said.is_empty()).then(|| {
        let rows = answer.said.into_iter().map(|said| {
            view! { <dt class="soft small" lang=school_lang() dir="auto">{said.criterion}</dt><dd class="said" lang=school_lang() dir="auto">{lines_of(&said.words)}</dd> }
        });
        view! { <dl class="criteria">{rows.collect_view()}</dl> }
    });
    let next = (!answer.next_step.is_empty()).then(|| {
        let label = (answer.answer == Some(Mastery::NotYet))
            .then(|| view! { <span class="soft small">{say!(mastery.next_step)}</span> <br/> });
        view! { <p class="said">{label}<span lang=school_lang() dir="auto">{lines_of(&answer.next_step)}</span></p> }
    });
    let waved = answer.waved.into_iter().map(|waved| {
        let words = say!(mastery.waved, below = crate::wording::apart(waved.statement));
        view! { <p class="small">{words} " " <q class="said" lang=school_lang() dir="auto">{waved.reason}</q></p> }
    });
    let waved = waved.collect_view();
    view! { {next}{said}{waved} }
}

fn lines_of(words: &str) -> Vec<impl IntoView + use<>> {
    words.lines().map(|line| view! { {line.to_owned()} <br/> }).collect()
}
