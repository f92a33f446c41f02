//! Forms that what would do anywhere does not fill in, or that wait for something to have happened: told in the order in
//! which people send them, each sent twice.

use std::collections::HashMap;

use super::{Fault, matches, sent_twice, undone};
use crate::filled::{AForm, forms_on};
use crate::promise;
use crate::things::{id_in, one_of_everything};
use crate::world::{People, World};
use kinfolio::person::Person;

const DAY: i64 = 24 * 60 * 60 * 1000;

type Who = fn(&People) -> &Person;
const STUDENT: Who = |people| &people.student;
const CLASSMATE: Who = |people| &people.classmate;
const FAMILY: Who = |people| &people.family;
const ADVISOR: Who = |people| &people.advisor;
const LEAD: Who = |people| &people.lead;

/// Somebody sends a form.
#[derive(Clone, Copy)]
pub struct Sends {
    who: Who,
    /// The page that shows the form; `{work}` is what goes by that name.
    on: &'static str,
    /// Where the form goes, as the router writes it.
    pub to: &'static str,
    /// What is put into its fields, in place of what would do anywhere.
    with: &'static [(&'static str, &'static str)],
    /// A field that takes a photo.
    photo: Option<&'static str>,
    /// What it makes goes by this name from now on; it is found in this field, or after this in the address it leads to.
    called: Option<(&'static str, Where)>,
    /// So many days after what came before.
    days_later: i64,
}

#[derive(Clone, Copy)]
enum Where {
    Field(&'static str),
    LedTo(&'static str),
}

impl Sends {
    const fn with(self, with: &'static [(&'static str, &'static str)]) -> Self {
        Self { with, ..self }
    }

    const fn photo(self, field: &'static str) -> Self {
        Self { photo: Some(field), ..self }
    }

    const fn called(self, name: &'static str, field: &'static str) -> Self {
        Self { called: Some((name, Where::Field(field))), ..self }
    }

    const fn called_in_address(self, name: &'static str, beginning: &'static str) -> Self {
        Self { called: Some((name, Where::LedTo(beginning))), ..self }
    }

    const fn days_later(self, days_later: i64) -> Self {
        Self { days_later, ..self }
    }
}

const fn sends(who: Who, on: &'static str, to: &'static str) -> Sends {
    Sends { who, on, to, with: &[], photo: None, called: None, days_later: 0 }
}

/// A form on the page that it goes to.
const fn fills_in(who: Who, on: &'static str) -> Sends {
    sends(who, on, on)
}

/// Nothing is pointed at.
const NO_PLACE: &[(&str, &str)] = &[("passage", ""), ("picture", ""), ("spot", ""), ("recording", ""), ("minute", "")];

/// The forms, in order, beside [`one_of_everything`].
pub const STORY: &[Sends] = &[
    // The school's questions: two, to be put in order.
    sends(LEAD, "/school/prompts/values/new", "/school/prompts/{section}/new"),
    sends(LEAD, "/school/prompts/values", "/prompt/{prompt}/place"),
    // A target is put into another language.
    fills_in(LEAD, "/targets/{target}/beside").with(&[("language", "es"), ("text", "Puedo comparar fracciones.")]),
    // A work goes on: captions, a second version, what others say to it, and the answer to its check.
    fills_in(STUDENT, "/file/{file}/captions")
        .with(&[("text", "WEBVTT\n\n00:00.000 --> 00:00.300\n(a drum)\n"), ("language", "en")]),
    fills_in(STUDENT, "/work/{work}/revision/new").with(&[("links", "")]),
    sends(ADVISOR, "/work/{work}", "/work/{work}/feedback").with(NO_PLACE),
    sends(STUDENT, "/work/{work}", "/work/{work}/peers/ask"),
    // Somebody is named to stand in; a teacher is let in to the work, and out.
    fills_in(LEAD, "/advisory/{advisory}/stand-in").with(&[("person", "{teacher}")]),
    sends(LEAD, "/person/{teacher}/subjects", "/person/{person}/subjects"),
    sends(STUDENT, "/work/{work}", "/work/{work}/teacher").with(&[("teacher", "{teacher}")]),
    sends(ADVISOR, "/work/{work}", "/permit/{permit}/end"),
    fills_in(CLASSMATE, "/work/{work}/peers").with(NO_PLACE),
    sends(ADVISOR, "/work/{work}", "/check/{check}/answer").with(&[("answer-{target}", "not_yet")]),
    sends(ADVISOR, "/check/{check}/correct", "/check/{check}/correct").with(&[("answer-{target}", "not_yet")]),
    sends(STUDENT, "/work/{work}", "/work/{work}/check"),
    sends(ADVISOR, "/work/{work}", "/check/{check}/wish"),
    // A second work: for a statement, and beside the first on a shelf.
    fills_in(STUDENT, "/work/new").with(&[("links", ""), ("keep", "yes")]).called("other_work", "id"),
    sends(STUDENT, "/work/{other_work}/evidence", "/work/{work}/evidence"),
    fills_in(STUDENT, "/shelf/{shelf}").with(&[("works", "{work}"), ("works", "{other_work}")]),
    sends(STUDENT, "/student/{student}/portfolio/arrange", "/shelf/{shelf}/work/{work}/place"),
    fills_in(STUDENT, "/student/{student}/shelf/statement").called_in_address("statement_shelf", "#shelf-"),
    sends(STUDENT, "/shelf/{statement_shelf}", "/shelf/{shelf}/name"),
    // The definition: an answer on paper, a second statement, another version; and somebody else's begins.
    fills_in(ADVISOR, "/version/{version}/answer/{person}").photo("photo"),
    sends(STUDENT, "/definition/{definition}/statement/new?section=values", "/definition/{definition}/statement/new"),
    sends(STUDENT, "/statement/{statement}", "/statement/{statement}/place"),
    sends(STUDENT, "/student/{student}/definition", "/definition/{definition}/version"),
    sends(CLASSMATE, "/student/{classmate}/definition", "/student/{student}/definition"),
    // Three conferences with empty plans, each begun in another way.
    sends(STUDENT, "/student/{student}/conference?another=yes", "/student/{student}/conference").called("guided", "id"),
    sends(STUDENT, "/conference/{guided}", "/conference/{conference}/guide"),
    sends(STUDENT, "/student/{student}/conference?another=yes", "/student/{student}/conference")
        .called("proposed", "id"),
    sends(STUDENT, "/conference/{proposed}", "/conference/{conference}/proposal"),
    sends(STUDENT, "/student/{student}/conference?another=yes", "/student/{student}/conference")
        .called("templated", "id"),
    sends(STUDENT, "/conference/{templated}", "/conference/{conference}/template"),
    // One of them is moved, called off and brought back.
    sends(STUDENT, "/conference/{templated}/move", "/conference/{conference}/move"),
    sends(STUDENT, "/conference/{templated}/call-off", "/conference/{conference}/call-off"),
    sends(STUDENT, "/conference/{templated}", "/conference/{conference}/bring-back"),
    // A run-through: a moment is spoken, its minutes are taken over, a fellow student listens.
    sends(STUDENT, "/rehearsal/{rehearsal}/moment/1", "/rehearsal/{rehearsal}/moment/{number}"),
    sends(STUDENT, "/rehearsal/{rehearsal}/moment/1", "/rehearsal/{rehearsal}/moment/{number}"),
    sends(STUDENT, "/rehearsal/{rehearsal}", "/rehearsal/{rehearsal}/minutes"),
    sends(STUDENT, "/rehearsal/{rehearsal}", "/rehearsal/{rehearsal}/partner").with(&[("partner", "{classmate}")]),
    fills_in(CLASSMATE, "/rehearsal/{rehearsal}/feedback"),
    // What the advisory is about is said and taken away; a gathering is called, and called off.
    sends(ADVISOR, "/advisory/pace", "/advisory/pace")
        .with(&[("target", "{target}"), ("weeks", "2")])
        .called("unit", "id"),
    sends(ADVISOR, "/advisory/pace?id={unit}", "/advisory/pace/remove"),
    sends(ADVISOR, "/advisory/gather?target={target}", "/advisory/gather").with(&[("student", "{student}")]),
    sends(ADVISOR, "/advisory/targets", "/advisory/gather/end"),
    // Ways in for somebody else's device, opened where a classmate is signed in.
    sends(STUDENT, "/conference/{conference}/present", "/conference/{conference}/cues/pass").called("pass", "key"),
    sends(CLASSMATE, "/cues/{pass}", "/cues/{cues}"),
    fills_in(ADVISOR, "/student/{student}/grants").called("link", "key"),
    sends(CLASSMATE, "/grant/{link}", "/grant/{grant}"),
    sends(ADVISOR, "/student/{student}/family", "/grant/{grant}/end"),
    // An address for a family's own calendar is made, and ended.
    fills_in(FAMILY, "/own-calendar"),
    sends(FAMILY, "/own-calendar", "/own-calendar/end"),
    // A time that was chosen is given back, and then taken back.
    sends(FAMILY, "/student/{student}/time", "/student/{student}/time/give-back"),
    sends(ADVISOR, "/times", "/time/{time}/take-back"),
    // A work is taken back, brought back, taken back again and deleted.
    sends(STUDENT, "/work/{other_work}", "/work/{work}/bin"),
    sends(STUDENT, "/bin", "/work/{work}/bring-back"),
    sends(STUDENT, "/work/{other_work}", "/work/{work}/bin"),
    sends(STUDENT, "/bin", "/work/{work}/delete"),
    // What was said goes into the bin and comes back.
    sends(STUDENT, "/statement/{statement}/talk", "/remark/{remark}/take-back"),
    sends(LEAD, "/targets/{target}", "/targets/{target}/take-back"),
    sends(LEAD, "/targets/{target}", "/targets/{target}/bring-back"),
    sends(ADVISOR, "/work/{work}", "/feedback/{feedback}/take-back"),
    sends(ADVISOR, "/bin", "/bin/{binned}/bring-back"),
    fills_in(STUDENT, "/work/{work}/revision/new").with(&[("links", "")]),
    sends(STUDENT, "/work/{work}", "/work/{work}/version/take-back"),
    sends(STUDENT, "/bin", "/bin/{binned}/delete"),
    sends(STUDENT, "/work/{work}", "/check/{check}/withdraw"),
    sends(STUDENT, "/conference/{guided}", "/conference/{conference}/plan/take-back"),
    sends(STUDENT, "/rehearsal/{rehearsal}", "/rehearsal/{rehearsal}/take-back"),
    sends(CLASSMATE, "/rehearsal/{rehearsal}/feedback", "/rehearsal-feedback/{said}/take-back"),
    // Words that were said to the student go out of sight, and are shown again.
    sends(FAMILY, "/definition/{definition}/contribute?section=values", "/definition/{definition}/contribute")
        .called("told", "id"),
    sends(STUDENT, "/contribution/{told}/hide", "/contribution/{contribution}/hide"),
    fills_in(STUDENT, "/hidden"),
    sends(STUDENT, "/reply/{reply}/hide", "/reply/{reply}/hide"),
    sends(STUDENT, "/testimony/{testimony}/hide", "/testimony/{testimony}/hide"),
    sends(FAMILY, "/statement/{statement}/talk", "/statement/{statement}/talk").called_in_address("spoken", "#r-"),
    sends(STUDENT, "/remark/{spoken}/hide", "/remark/{remark}/hide"),
    // Words are put differently, and how they read before is thrown away; a statement grew from them, they are taken back, and
    // it stands.
    fills_in(STUDENT, "/contribution/{contribution}").with(&[("text", "We eat together, on Sundays.")]),
    sends(STUDENT, "/contribution/{contribution}/earlier", "/contribution/{contribution}/earlier/{number}/take-back"),
    fills_in(STUDENT, "/statement/{statement}").with(&[("cites", "{contribution}")]),
    sends(STUDENT, "/contribution/{contribution}", "/contribution/{contribution}/take-back"),
    sends(STUDENT, "/student/{student}/definition", "/statement/{statement}/stands"),
    // The school year turns.
    fills_in(STUDENT, "/definition/{definition}/look-back").days_later(370),
    // What somebody typed into a statement is taken back for good.
    fills_in(STUDENT, "/statement/{statement}/blank"),
    // People are put right by hand: somebody new joins the staff, has another role, leaves and is back.
    fills_in(LEAD, "/people/new")
        .with(&[
            ("role", "advisor"),
            ("languages", "en"),
            ("username", "nora.{newcomer}"),
            ("phone", ""),
            ("email", ""),
        ])
        .called("newcomer", "id"),
    sends(LEAD, "/person/{newcomer}/role", "/person/{person}/role").with(&[("role", "lead")]),
    sends(LEAD, "/person/{newcomer}/leave", "/person/{person}/leave"),
    sends(LEAD, "/person/{newcomer}", "/person/{person}/come-back"),
    sends(LEAD, "/person/{classmate}/advisories", "/person/{person}/advisories").with(&[("advisory", "{advisory}")]),
    sends(LEAD, "/student/{classmate}/untie/{classmates_family}", "/student/{student}/untie/{person}"),
];

/// What others see of it, and can be undone.
const UNDONE: &[&str] = &[
    "/work/{work}/feedback",
    "/work/{work}/peers/ask",
    "/work/{work}/peers",
    "/work/{work}/check",
    "/check/{check}/answer",
    "/check/{check}/correct",
    "/check/{check}/wish",
    "/work/new",
    "/work/{work}/revision/new",
    "/work/{work}/evidence",
    "/version/{version}/answer/{person}",
    "/definition/{definition}/version",
    "/student/{student}/conference",
    "/conference/{conference}/call-off",
    "/rehearsal/{rehearsal}/partner",
    "/rehearsal/{rehearsal}/feedback",
    "/student/{student}/time/give-back",
    "/shelf/{shelf}/work/{work}/place",
    "/statement/{statement}/place",
    "/conference/{conference}/guide",
    "/conference/{conference}/proposal",
    "/conference/{conference}/moment/new",
];

/// With every `{name}` as what goes by it.
fn named(things: &HashMap<&'static str, String>, words: &str) -> String {
    things.iter().fold(words.to_owned(), |words, (name, id)| words.replace(&format!("{{{name}}}"), id))
}

/// What they send: the form as it would do anywhere, with what is put into it.
fn filled(form: &AForm, sends: &Sends, things: &HashMap<&'static str, String>) -> Vec<(String, String)> {
    let with: Vec<_> = sends.with.iter().map(|(name, value)| (named(things, name), named(things, value))).collect();
    let mut filled = form.filled(0, false);
    filled.retain(|(name, _)| with.iter().all(|(other, _)| other != name));
    filled.extend(with);
    filled
}

/// Does it, undoes it, and gives what is not as it was before; nothing where it offers no undoing.
async fn undo(world: &World, things: &HashMap<&'static str, String>, sends: &Sends) -> Option<String> {
    let mut visitor = world.as_((sends.who)(&world.people)).await;
    let on = named(things, sends.on);
    let page = visitor.get(&on).await;
    let form = forms_on(&on, &page.text).into_iter().find(|form| matches(sends.to, &form.action));
    let Some(form) = form else { return Some(format!("{on} has no form for {} to be undone", sends.to)) };
    let filled = filled(&form, sends, things);
    match undone(world, &mut visitor, &form, &filled, sends.photo).await {
        Ok(Some(_)) => None,
        Ok(None) => Some(format!("{} offers no undoing", sends.to)),
        Err(what) => Some(what),
    }
}

/// Sends it twice, and once more twice without an id of its own. Gives what was not as it should be.
async fn tell(world: &World, things: &mut HashMap<&'static str, String>, sends: &Sends) -> Option<String> {
    world.services.clock.move_on(sends.days_later * DAY);
    let who = (sends.who)(&world.people);
    let mut visitor = world.as_(who).await;
    let on = named(things, sends.on);
    for has_id in [true, false] {
        let page = visitor.get(&on).await;
        let form = forms_on(&on, &page.text).into_iter().find(|form| matches(sends.to, &form.action));
        let Some(form) = form else {
            let missing = format!("{} has no form for {} ({}): {}", on, sends.to, page.status, page.words());
            return has_id.then_some(missing);
        };
        let mut filled = filled(&form, sends, things);
        if !has_id {
            let fields = filled.len();
            filled.retain(|(name, _)| name != "id");
            if filled.len() == fields {
                return None;
            }
        }
        let taken = match sent_twice(world, &mut visitor, &form, &filled, sends.photo).await {
            Ok(taken) => taken,
            Err(Fault::Twice(what)) => return Some(format!("twice: {what}")),
            Err(Fault::Refused(page)) => {
                return Some(format!("{} is not taken ({}): {filled:?}\n{}", sends.to, page.status, page.words()));
            }
        };
        if let (Some((name, at)), true) = (sends.called, has_id) {
            let id = match at {
                Where::Field(field) => filled.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone()),
                Where::LedTo(beginning) => taken.goes_to().map(|place| id_in(&place, beginning)),
            };
            things.insert(name, id.expect("it is made"));
        }
    }
    None
}

promise!(every_form_that_waits_for_something_is_done_once_too, |world| {
    let mut things = one_of_everything(&world).await;
    things.insert("classmate", world.people.classmate.id.to_string());
    things.insert("classmates_family", world.people.classmates_family.id.to_string());
    let mut wrong = Vec::new();
    for sends in STORY {
        wrong.extend(tell(&world, &mut things, sends).await);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
});

promise!(what_waited_for_something_is_undone_too, |world| {
    let mut things = one_of_everything(&world).await;
    things.insert("classmate", world.people.classmate.id.to_string());
    things.insert("classmates_family", world.people.classmates_family.id.to_string());
    let mut wrong = Vec::new();
    for sends in STORY {
        if UNDONE.contains(&sends.to) {
            wrong.extend(undo(&world, &things, sends).await);
        }
        wrong.extend(tell(&world, &mut things, sends).await);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
});
