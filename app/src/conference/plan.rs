//! A conference's plan as it is read: its moments, what they speak for, what they show, and what nobody speaks for yet.

use kinfolio::arranging::Side;
use kinfolio::conference::moment::{Moment, Plan, Showing};
use kinfolio::conference::school_plan::PlanTemplate;
use kinfolio::conference::with_interpreter;
use kinfolio::definition::Statement;
use kinfolio::markdown::glimpse;
use kinfolio::person::Role;
use kinfolio::policy::{Action, Audience};
use kinfolio::rendition::{Original, WordsOf};
use kinfolio::work::{PictureWidth, WorkCard};
use leptos::prelude::*;

use super::readable::Readable;
use super::start::Empty;
use super::words::{minutes, purpose_words, stitch_class, support_words};
use crate::definition::blanks::with_blanks;
use crate::definition::words::list;
use crate::islands::{Arrange, ArrangeWords, Here};
use crate::parts::{Grip, Icon, Player, THEIRS, WithTheirs, way_about};
use crate::rendition::{Rendered, Renditions};
use crate::taking_back::TakeBack;
use crate::wording::apart;
use crate::work::WorkRow;

/// The plan. `templates` are the school's, for one that is empty.
#[component]
pub fn PlanView(
    readable: Readable,
    #[prop(optional)] templates: Vec<PlanTemplate>,
    /// What stands beside the moments.
    #[prop(optional)]
    renditions: Renditions,
) -> impl IntoView {
    if readable.plan.moments.is_empty() {
        return view! { <Empty readable templates/> }.into_any();
    }
    // On an old phone the plan itself says it.
    let stitches = (readable.student.standing.role != Role::Family).then(|| stitches(&readable.plan));
    let places = 0..readable.plan.moments.len();
    let rows = places.map(|place| row(&readable, place, &renditions)).collect_view();
    let add = readable.leads().then(|| {
        let new = format!("/conference/{}/moment/new", readable.conference.id);
        view! { <p class="noprint"><a class="btn" href=new><Icon name="plus"/> {say!(conference.add_moment)}</a></p> }
    });
    view! {
        <section class="flow" id="plan">
            <h2>{say!(conference.plan)}</h2>
            {adds_up(&readable)}
            {stitches}
            <ol class="plan" data-arrange>{rows}</ol>
            {add}
            {readable.leads().then(|| view! { <Arrange words=ArrangeWords::here()/> })}
        </section>
    }
    .into_any()
}

/// What the minutes come to, beside what the conference is meant to take.
fn adds_up(readable: &Readable) -> impl IntoView + use<> {
    let (facts, planned) = (&readable.conference.facts, readable.plan.minutes());
    let whole = minutes(planned);
    let length = || minutes(facts.minutes);
    let prepares = readable.student.standing.role != Role::Family;
    let beside = prepares.then(|| match facts.minutes - planned {
        0 => say!(plan.adds_up_exactly),
        left @ 1.. => say!(plan.adds_up_less, length = length(), left = minutes(left)),
        more => say!(plan.adds_up_more, length = length(), more = minutes(-more)),
    });
    let in_all = minutes(with_interpreter(planned));
    let interpreter = if readable.tells_of_interpreter() {
        say!(plan.with_interpreter, minutes = in_all)
    } else {
        say!(conference.interpreter, minutes = in_all)
    };
    view! { <p class="soft"><strong>{whole}</strong> ". " {beside} " " {interpreter}</p> }
}

/// The plan at a glance: a row of stitches, each as long as its moment.
fn stitches(plan: &Plan) -> impl IntoView + use<> {
    let row = plan
        .moments
        .iter()
        .map(|moment| view! { <li class=stitch_class(moment.words.minutes)><span><i></i></span></li> });
    view! { <ol class="stitches" aria-hidden="true">{row.collect_view()}</ol> }
}

fn row(readable: &Readable, place: usize, renditions: &Renditions) -> Option<AnyView> {
    let moment = readable.plan.moments.get(place)?;
    let words = &moment.words;
    let speaks = readable
        .statements_of(moment)
        .into_iter()
        .map(|statement| {
            let spoken = glimpse(&statement.text, 120);
            let sentence = say!(conference.speaks_for, words = THEIRS);
            view! { <p class="soft small"><WithTheirs sentence words=spoken language=statement.language.clone()/></p> }
        })
        .collect_view();
    let works: Vec<WorkCard> = readable.works_of(moment).into_iter().cloned().collect();
    let shows = glimpses(&works);
    let works = (!works.is_empty()).then(|| {
        let showing = |card: &WorkCard| readable.plan.showings_of(&moment.id).find(|of| of.work_id == card.work.id);
        let rows =
            works.into_iter().map(|card| work_row(showing(&card), card.clone(), readable.leads())).collect_view();
        view! { <ul class="works">{rows}</ul> }
    });
    let cue = (readable.leads() && !words.cue_notes.is_empty()).then(|| {
        view! { <p class="cue said" lang=words.language.tag().to_owned() dir="auto">{words.cue_notes.clone()}</p> }
    });
    let language =
        (words.language != readable.conference.facts.language).then(|| format!(" · {}", words.language.own_name()));
    let steer = readable.leads().then(|| steer(readable, place, moment));
    let grip = readable.leads().then(|| view! { <Grip name=words.name.clone()/> });
    let count = words.minutes;
    let standing = readable.student.standing;
    let rendered = renditions.beneath(&Rendered {
        of: WordsOf::Moment,
        id: moment.id.as_str(),
        words: &Original::of_moment(words),
        language: &words.language,
        author: Some(&readable.student.id),
        may: !readable.conference.is_called_off() && standing.may_at_all(Action::Translate),
    });
    Some(
        view! {
            <li data-id=moment.id.to_string()>
                <p class="plan__min"><strong>{count}</strong> " " {say!(conference.minutes_word, count = count)}</p>
                <div class="plan__body">
                    <details class="fold plan__fold">
                        <summary>
                            <h3 lang=words.language.tag().to_owned() dir="auto">{words.name.clone()}</h3>
                            {shows}
                        </summary>
                        // Whoever is led here finds it unfolded.
                        <div class="flow" id=format!("m-{}", moment.id)>
                            <p class="soft small">{purpose_words(words.purpose).0} {language}</p>
                            {speaks}
                            {works}
                            {beside(moment)}
                            {rendered}
                            {cue}
                            {steer}
                        </div>
                    </details>
                    {grip}
                </div>
            </li>
        }
        .into_any(),
    )
}

/// The first pictures of what a moment shows, in small.
fn glimpses(works: &[WorkCard]) -> Option<impl IntoView + use<>> {
    /// As many as stand beside a name on a phone.
    const BESIDE: usize = 2;
    let pictures: Vec<_> = works
        .iter()
        .filter_map(|card| card.picture.as_ref())
        .take(BESIDE)
        .map(|picture| {
            view! {
                <img src=picture.address(PictureWidth::Small) width=picture.width.to_string() height=picture.height.to_string() alt=""
                    loading="lazy" decoding="async"/>
            }
        })
        .collect();
    (!pictures.is_empty()).then(|| view! { <span class="plan__shows">{pictures}</span> })
}

/// What others do meanwhile, and what helps.
fn beside(moment: &Moment) -> impl IntoView + use<> {
    let words = &moment.words;
    let others = (!words.others_do.is_empty()).then(|| {
        view! { <p class="small"><span class="soft">{say!(plan.others_do_short)}</span> " " <bdi lang=words.language.tag().to_owned() class="said">{words.others_do.clone()}</bdi></p> }
    });
    let co_speaker = (!words.co_speaker.is_empty()).then(|| say!(plan.with, name = apart(&words.co_speaker)));
    let supports = words.supports.0.iter().map(|support| support_words(*support).0);
    let supports: Vec<String> = supports.chain(co_speaker).collect();
    let supports = (!supports.is_empty()).then(|| view! { <p class="soft small">{supports.join(" · ")}</p> });
    let opening = words.opening_id.clone().map(|sound| {
        let said = (!words.opening_words.is_empty())
            .then(|| view! { <p class="said small" lang=words.language.tag().to_owned() dir="auto">{words.opening_words.clone()}</p> });
        view! { <div><Player sound name=apart(&words.name)/> {said}</div> }
    });
    view! { {others} {supports} {opening} }
}

/// Which part of a work is shown, in words.
pub fn part_words(showing: &Showing) -> Option<String> {
    (!showing.part.is_empty()).then(|| say!(plan.part_of, words = apart(&showing.part)))
}

fn work_row(showing: Option<&Showing>, card: WorkCard, leads: bool) -> AnyView {
    let part = showing.and_then(part_words);
    let narrow = leads && card.work.audience < Audience::Family;
    let to = format!("/work/{}", card.work.id);
    let hidden = narrow.then(|| say!(conference.hidden_work));
    match part.into_iter().chain(hidden).reduce(|part, hidden| format!("{part} · {hidden}")) {
        Some(note) => view! { <WorkRow card to note/> }.into_any(),
        None => view! { <WorkRow card to/> }.into_any(),
    }
}

/// Changing a moment and putting it in its place, for the one who leads.
fn steer(readable: &Readable, place: usize, moment: &Moment) -> impl IntoView + use<> {
    let here = format!("/moment/{}", moment.id);
    let to = format!("{here}/place");
    let name = moment.words.name.clone();
    let beside = |place: Option<usize>| place.and_then(|place| readable.plan.moments.get(place));
    let mover = |side: Side, other: Option<&Moment>, words: String, icon: &'static str| {
        let label = format!("{words}: {}", apart(&name));
        other.map(|other| {
            view! {
                <button class="btn btn--icon btn--small" name=side.field().wire() value=other.id.to_string()
                    aria-label=label title=words><Icon name=icon/></button>
            }
        })
    };
    let up = mover(Side::Before, beside(place.checked_sub(1)), say!(conference.up), "up");
    let down = mover(Side::After, beside(place.checked_add(1)), say!(conference.down), "down");
    let label = say!(conference.change_named, name = apart(&name));
    view! {
        <form class="row noprint" method="post" action=to>
            <a class="btn btn--small" href=here aria-label=label>{say!(conference.change)}</a> {up} {down}
        </form>
    }
}

/// The statements no moment speaks for: for those who prepare, and kindly.
#[component]
pub fn Unspoken(readable: Readable) -> impl IntoView {
    let rows: Vec<Statement> =
        readable.statements.iter().filter(|statement| !readable.plan.speaks_for(&statement.id)).cloned().collect();
    let prepares = readable.student.standing.role != Role::Family;
    (prepares && !rows.is_empty() && !readable.plan.moments.is_empty()).then(|| {
        let rows = rows
            .into_iter()
            .map(|statement| {
                let new = format!("/conference/{}/moment/new?statement={}", readable.conference.id, statement.id);
                let label = way_about(&say!(conference.add_moment), &statement.text);
                let add = readable
                    .leads()
                    .then(|| view! { <p class="small noprint"><a href=new aria-label=label>{say!(conference.add_moment)}</a></p> });
                view! {
                    <li><div>
                        <p class="said" lang=statement.language.tag().to_owned() dir="auto">{with_blanks(statement.text)}</p>
                        {add}
                    </div></li>
                }
            })
            .collect_view();
        let words = if readable.leads() { say!(conference.unspoken_student) } else { say!(conference.unspoken_others) };
        view! {
            <details class="fold">
                <summary>{say!(conference.unspoken)}</summary>
                <p class="nudge">{words}</p>
                <ul class="lines">{rows}</ul>
            </details>
        }
    })
}

/// For whoever leads: the whole plan goes into the bin, and begins anew.
#[component]
pub fn ClearPlan(readable: Readable) -> impl IntoView {
    (readable.leads() && !readable.plan.moments.is_empty()).then(|| {
        let to = format!("/conference/{}/plan/take-back", readable.conference.id);
        view! { <TakeBack to words=say!(plan.take_back) note=say!(plan.take_back_note)/> }
    })
}

/// The moments that speak for no statement: good to know, and fine.
#[component]
pub fn SpeakForNone(readable: Readable) -> impl IntoView {
    let prepares = readable.student.standing.role != Role::Family;
    let asks = prepares && !readable.statements.is_empty();
    let names: Vec<String> = readable.plan.speak_for_none().map(|moment| apart(&moment.words.name)).collect();
    (asks && !names.is_empty())
        .then(|| view! { <p class="nudge">{say!(plan.speak_for_none, names = list(&names))}</p> })
}
