//! Every part of the look in every state, in one place: for whoever changes one, and for the tests that look for barriers.
//!
//! The words here are specimens, not the product's, so they are not in the locale files.

pub mod form;

use kinfolio::field::FieldName;
use kinfolio::language::Language;
use kinfolio::words::{Problem, Problems};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::fields::Values;
use crate::form::Form;
use crate::parts::{
    AudienceField, Choice, Icon, LanguageField, ProblemSummary, Radios, ReadsNow, SelectField, TextArea, TextField,
    Ticks, Voice, VoiceCard, VoiceMark,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page};

const CHOSEN: FieldName = FieldName::of_kind("chosen");
const EMPTY: FieldName = FieldName::of_kind("empty");
const MAY_BE_EMPTY: FieldName = FieldName::of_kind("may-be-empty");
const ONE_OF: FieldName = FieldName::of_kind("one-of");
const SOME_OF: FieldName = FieldName::of_kind("some-of");
const WELL: FieldName = FieldName::of_kind("well");
const WHEN: FieldName = FieldName::of_kind("when");
const WRONG: FieldName = FieldName::of_kind("wrong");

/// The page; only in the demo school.
pub async fn page(asking: Asking) -> Answer {
    if !asking.services.settings.demo {
        return Err(Refusal::NotFound);
    }
    let typed: Values = [(WRONG, "My grandmother’s quilt"), (CHOSEN, "making")].into_iter().collect();
    let problems =
        Problems::from([(EMPTY, Problem::Missing), (WRONG, Problem::TooLong { max: 20 }), (ONE_OF, Problem::Choose)]);
    let form = Form::stale_as(typed, problems);
    let page = Page::titled("Components").working().with_form(form).status(http::StatusCode::OK);
    Ok(asking
        .page(page, || {
            view! {
                <Main>
                    <header><h1>"Components"</h1><p class="lead">"Every part, in every state."</p></header>
                    <div class="specimens">
                        {colours()} {typefaces()} {buttons()} {fields()} {form_pages()} {states()} {voices()} {statements()} {notices()}
                        {lists()} {road()} {shelf()} {plan()} {people()} {table()} {paper()} {dialogs()} {emptiness()} {icons()}
                    </div>
                </Main>
            }
        })
        .await)
}

fn specimen(name: &'static str, body: impl IntoView + 'static) -> AnyView {
    view! { <section class="specimen"><h2>{name}</h2>{body.into_any()}</section> }.into_any()
}

fn colours() -> AnyView {
    let names = ["paper", "sheet", "ink", "soft", "student", "family", "school", "warning", "trouble"];
    let swatches = names.map(|name| view! { <li class=format!("is-{name}")>{name}</li> }).collect_view();
    specimen("Colours", view! { <ul class="swatches">{swatches}</ul> })
}

fn typefaces() -> AnyView {
    specimen(
        "Type",
        view! {
            <p class="said statement">"A person’s words"</p>
            <p class="next__what">"The program’s words"</p>
            <h3>"A heading"</h3>
            <p class="lead">"A lead: what this page is for."</p>
            <p>"Text with " <a href="#page">"a link"</a> "."</p>
            <p class="soft small">"Soft and small"</p>
            <div class="prose"><p>"Prose, as Markdown makes it, with " <em>"weight"</em> " and lists:"</p><ul><li>"one"</li><li>"two"</li></ul></div>
        },
    )
}

fn buttons() -> AnyView {
    specimen(
        "Buttons",
        view! {
            <div class="row">
                <button type="button" class="btn btn--primary">"Primary"</button>
                <button type="button" class="btn">"Outline"</button>
                <button type="button" class="btn btn--quiet">"Quiet"</button>
                <button type="button" class="btn btn--danger">"Take it away"</button>
                <button type="button" class="btn btn--small">"Small"</button>
                <button type="button" class="btn btn--link">"like a link"</button>
                <button type="button" class="btn btn--icon" aria-label="More"><Icon name="more"/></button>
                <button type="button" class="btn" disabled>"Disabled"</button>
            </div>
            <div class="row">
                <button type="button" class="btn btn--big btn--primary"><Icon name="plus"/>"Big"</button>
                <button type="button" class="btn btn--big btn--student">"Student"</button>
                <button type="button" class="btn btn--big btn--family">"Family"</button>
                <button type="button" class="btn btn--big btn--school">"School"</button>
            </div>
        },
    )
}

fn fields() -> AnyView {
    let choices =
        || vec![Choice::new("story", "A story"), Choice::new("making", "Something made").noted("With a note below.")];
    let pairs = || vec![("story".to_owned(), "A story".to_owned()), ("making".to_owned(), "Something made".to_owned())];
    specimen(
        "Fields",
        view! {
            <form class="flow" method="get" action="/components">
                <ProblemSummary/>
                <TextField name=WELL label="A title".to_owned() hint="What you would call it.".to_owned() said=true/>
                <TextField name=EMPTY label="Left empty".to_owned() hint="".to_owned()/>
                <TextField name=MAY_BE_EMPTY label="May be empty".to_owned() optional=true/>
                <TextArea name=WRONG label="Too long".to_owned() rows=3/>
                <TextField name=WHEN label="A day".to_owned() kind="date" words=false/>
                <SelectField name=CHOSEN label="One of a list".to_owned() choices=pairs()/>
                <Radios name=ONE_OF label="One of these".to_owned() choices=choices()/>
                <Ticks name=SOME_OF label="Any of these".to_owned() choices=choices()/>
                <LanguageField/>
                <AudienceField value="family".to_owned()/>
                <label class="drop">
                    <Icon name="camera"/> <strong>"Take or choose pictures"</strong> <span class="soft small">"JPEG, PNG, WebP, GIF"</span>
                    <input type="file" multiple/>
                </label>
                <div class="actions"><button class="btn btn--primary">"Keep"</button><a class="btn btn--quiet" href="/components">"Not now"</a></div>
            </form>
        },
    )
}

fn form_pages() -> AnyView {
    specimen(
        "A page with a form",
        view! {
            <ReadsNow><p class="said">"My grandmother’s quilt, and who made it"</p></ReadsNow>
            <p><a href="/components/form">"A whole page with a form"</a> ": changed by somebody else in the meantime."</p>
        },
    )
}

fn states() -> AnyView {
    let states = ["draft", "notyet", "waiting", "mastered", "growing", "shown", "none"];
    let chips = states.map(|state| view! { <span class=format!("state state--{state}")>{state}</span> }).collect_view();
    specimen("States", view! { <p class="row">{chips}</p> })
}

fn voices() -> AnyView {
    let cards = |line: bool| {
        [
            (Voice::Student, "Marisol", "en", "When I translate at the clinic I feel useful."),
            (Voice::Family, "Abuela Rosa", "es", "Mi mamá decía: el que aprende, enseña."),
            (Voice::School, "Mr. Byrne", "en", "I saw you teach fractions in your own words."),
        ]
        .map(|(voice, name, tag, words)| {
            let language = Language::tagged(tag).unwrap_or_else(Language::english);
            view! { <VoiceCard voice name language line note="3 October".to_owned()><p>{words}</p></VoiceCard> }
        })
        .collect_view()
    };
    specimen(
        "Voices",
        view! {
            <div class="marks">
                <VoiceMark voice=Voice::Student name="Marisol"/>
                <VoiceMark voice=Voice::Family name="Abuela Rosa" note="Español".to_owned()/>
                <VoiceMark voice=Voice::School name="Mr. Byrne"/>
                <p class="who who--none">"Nobody yet"</p>
            </div>
            <div class="quilt">{cards(false)}</div>
            <div class="flow">{cards(true)}</div>
        },
    )
}

fn statements() -> AnyView {
    specimen(
        "Statements",
        view! {
            <blockquote class="statement">
                "We look after our elders, and " <a class="cite cite--family" href="#page">"what we learn we bring home"</a> "."
            </blockquote>
            <p class="nudge">"No moment of your conference shows this yet. It does not have to."</p>
            <div class="affirm">
                <VoiceMark voice=Voice::Student name="Marisol affirms"/>
                <VoiceMark voice=Voice::Family name="Abuela Rosa affirms, with a note"/>
                <VoiceMark voice=Voice::School name="Mr. Byrne has not answered"/>
                <div class="actions"><a class="btn btn--primary" href="#page">"Plan my conference from this"</a></div>
            </div>
        },
    )
}

fn notices() -> AnyView {
    let notices = [("info", "info"), ("done", "check"), ("warning", "warning"), ("trouble", "warning")]
        .map(|(kind, icon)| {
            view! {
                <div class=format!("notice notice--{kind}")>
                    <Icon name=icon/> <div><h3>{kind}</h3><p>"What it means, and what to do."</p></div>
                </div>
            }
        })
        .collect_view();
    specimen(
        "Notices",
        view! {
            {notices}
            <div class="flash"><Icon name="check"/><div>"Saved. It stays until it is read."</div><a class="btn btn--quiet btn--small" href="#page">"Close"</a></div>
        },
    )
}

fn lists() -> AnyView {
    specimen(
        "Lists and facts",
        view! {
            <section class="next">
                <h3 class="soft small">"Your next step"</h3>
                <p class="next__what">"Say what changed in “Clinic words”."</p>
                <div class="actions"><a class="btn btn--primary btn--big" href="#page">"Add a revision"</a></div>
            </section>
            <ul class="works">
                <li><span class="thumb thumb--form"><Icon name="book"/></span><h3><a href="#page">"Clinic words"</a></h3><p><span class="state state--notyet">"Not yet"</span></p></li>
            </ul>
            <ul class="lines"><li>"A line"<span class="push soft">"beside it"</span></li><li>"Another line"</li></ul>
            <dl class="facts"><dt>"Form"</dt><dd>"Pictures and a story"</dd><dt>"Language"</dt><dd>"Español"</dd></dl>
            <a class="when" href="#page">"The conference " <strong>"Thursday, December 3, 5:40 PM"</strong> " Room 204"</a>
        },
    )
}

fn road() -> AnyView {
    specimen(
        "The road of a work",
        view! {
            <ol class="road">
                <li><h3>"First draft " <time>"3 October"</time></h3><p>"A list of thirty words."</p></li>
                <li class="road__school"><h3>"Feedback " <time>"6 October"</time></h3>
                    <VoiceCard voice=Voice::School name="Mr. Byrne" language=Language::english() line=true><p>"Who is it for?"</p></VoiceCard></li>
                <li class="road__mastered"><h3>"Mastered " <time>"2 November"</time></h3></li>
                <li class="road__ahead"><h3>"Next"</h3></li>
            </ol>
        },
    )
}

fn shelf() -> AnyView {
    specimen(
        "A shelf",
        view! {
            <section class="shelf">
                <h3 class="shelf__name">"Things I brought home " <small>"1 work"</small></h3>
                <ul class="shelf__works"><li class="stand"><div class="stand__front"><div class="thumb stand__words">"At first I only drew pizzas."</div></div>
                    <h4><a href="#page">"Fractions, my way"</a></h4><p><span class="state state--mastered">"Mastered"</span></p></li></ul>
            </section>
        },
    )
}

fn plan() -> AnyView {
    specimen(
        "A conference’s plan",
        view! {
            <ol class="plan">
                <li><p class="plan__min"><strong>"2"</strong> " minutes"</p><div><h3>"Welcome"</h3><p class="cue">"Say who is here."</p></div></li>
                <li><p class="plan__min"><strong>"9"</strong> " minutes"</p><div><h3>"Fractions, my way"</h3></div></li>
            </ol>
        },
    )
}

fn people() -> AnyView {
    let folk = [("student", "Marisol Reyes", "student"), ("family", "Rosa Reyes", "abuela"), ("school", "Thomas Byrne", "advisor")]
        .map(|(kind, name, what)| {
            view! { <li><button type="button" class=format!("folk folk--{kind}")><span><strong>{name}</strong> " " {what}</span></button></li> }
        })
        .collect_view();
    specimen("People", view! { <ul class="folks">{folk}</ul> })
}

fn table() -> AnyView {
    let rows = [("added", "plus", "Amina Diallo", ""), ("changed", "pencil", "Rosa Reyes", "Languages: es, en"),
        ("same", "check", "Yusuf Haddad", ""), ("skipped", "warning", "Sam", "There is no student “ben.c”.")]
    .map(|(outcome, icon, name, why)| {
        view! {
            <tr><th scope="row" data-label="Name">{name}</th>
                <td data-label="What happens"><span class=format!("outcome outcome--{outcome}")><Icon name=icon/>{outcome}</span> <span class="why">{why}</span></td></tr>
        }
    })
    .collect_view();
    specimen(
        "A table",
        view! { <table class="table"><thead><tr><th scope="col">"Name"</th><th scope="col">"What happens"</th></tr></thead><tbody>{rows}</tbody></table> },
    )
}

fn paper() -> AnyView {
    specimen("A code", view! { <p class="code"><span>"7KQ2"</span> <span>"MNB4"</span> <span>"XH9T"</span></p> })
}

fn dialogs() -> AnyView {
    specimen(
        "A question, and more below",
        view! {
            <dialog class="dialog dialog--still" open>
                <h3>"Set this statement aside?"</h3><p>"It stays readable in the versions that have it."</p>
                <form method="dialog" class="actions"><button class="btn btn--danger">"Set it aside"</button><button class="btn">"Keep it"</button></form>
            </dialog>
            <details class="fold"><summary>"More"</summary><p>"The rarely needed."</p></details>
        },
    )
}

fn emptiness() -> AnyView {
    specimen(
        "Nothing there yet",
        view! { <div class="empty"><h3>"Nobody has spoken here yet"</h3><p>"What around you makes it easier to learn?"</p><p><a class="btn" href="#page">"Add words"</a></p></div> },
    )
}

fn icons() -> AnyView {
    let names = [
        "arrow-end",
        "arrow-start",
        "book",
        "calendar",
        "camera",
        "check",
        "clock",
        "close",
        "down",
        "eye",
        "flag",
        "globe",
        "info",
        "link",
        "lock",
        "pencil",
        "people",
        "person",
        "play",
        "plus",
        "print",
        "qr",
        "quilt",
        "shelf",
        "sign-out",
        "speak",
        "up",
        "warning",
    ];
    let icons = names.map(|name| view! { <li><Icon name/>{name}</li> }).collect_view();
    specimen("Icons", view! { <ul class="icons">{icons}</ul> })
}
