//! What is still open about a work, said so that it is an invitation.

use kinfolio::id::WorkId;
use kinfolio::work::{Lack, SoFar};
use leptos::prelude::*;

use super::telling::Telling;

/// In a student's own list, each thing in a word or two.
pub(super) fn still_open(so_far: &SoFar, school_has_targets: bool) -> Option<String> {
    let open = so_far.open(school_has_targets);
    let words: Vec<String> = open.iter().map(briefly).collect();
    (!words.is_empty()).then(|| say!(adding.open_line, what = words.join(&say!(adding.comma))))
}

/// On the work's own page: each thing with the way to the very place where it is said.
pub(super) fn on_page(telling: &Telling) -> Option<AnyView> {
    let latest = telling.revisions.last()?;
    let targets: Vec<_> = telling.targets.iter().map(|target| target.id.clone()).collect();
    let open = SoFar::of(&telling.work, latest, &targets).open(true);
    if open.is_empty() {
        return None;
    }
    let rows = open
        .into_iter()
        .map(|lack| view! { <li><a class="go" href=place(&telling.work.id, lack)>{invitation(lack)}</a></li> })
        .collect_view();
    Some(
        view! {
            <section class="still noprint" aria-labelledby="still-open">
                <h2 class="still__head" id="still-open">{say!(adding.open)}</h2>
                <ul class="still__list">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

/// Where it is said.
fn place(work: &WorkId, lack: Lack) -> String {
    let field = match lack {
        Lack::Title => "title",
        Lack::Descriptions(_) => return format!("/work/{work}/describe"),
        Lack::Targets => "target",
        Lack::LookingBack => "reflection",
        Lack::SeenByNobody => "audience",
    };
    format!("/work/{work}/edit#field-{field}")
}

fn invitation(lack: Lack) -> String {
    match lack {
        Lack::Title => say!(adding.open_title),
        Lack::Descriptions(pictures) => say!(adding.open_descriptions, count = pictures as i64),
        Lack::Targets => say!(adding.open_targets),
        Lack::LookingBack => say!(adding.open_looking_back),
        Lack::SeenByNobody => say!(adding.open_seen),
    }
}

fn briefly(lack: &Lack) -> String {
    match lack {
        Lack::Title => say!(adding.brief_title),
        Lack::Descriptions(_) => say!(adding.brief_descriptions),
        Lack::Targets => say!(adding.brief_targets),
        Lack::LookingBack => say!(adding.brief_looking_back),
        Lack::SeenByNobody => say!(adding.brief_seen),
    }
}
