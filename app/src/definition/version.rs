//! A version as it stood when everybody was asked.

use kinfolio::definition::{Answered, Version};
use kinfolio::id::DefinitionId;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::strip::{Marks, Notes, WordingAsAsked};
use super::{found, path, place};
use crate::asking::{Asking, In};
use crate::parts::Back;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page};
use crate::when;

/// Reads a version.
pub async fn page(asking: Asking, In((id, number)): In<(DefinitionId, i64)>) -> Answer {
    let zone = asking.viewer()?.time_zone.clone();
    let mut conn = asking.read().await?;
    let (definition, student) = found(&asking, &mut conn, &id, Action::SeeSection).await?;
    let version = Version::numbered(&mut conn, &definition, number).await?.ok_or(Refusal::NotFound)?;
    let lines = version.wording.lines(&definition, student.standing);
    let people = Answered::of_version(&mut conn, &definition, Some(&version.id)).await?;
    let back = path(&definition);
    let title = say_in!(asking.locale, definition.version, number = version.number);
    let page = Page::titled(title).at(place(&student));
    Ok(asking
        .page(page, move || {
            let asked =
                say!(definition.asked_by, name = version.asker_name.as_str(), day = when::day(version.asked_at, &zone));
            let affirmed = version.affirmed_at.map(|at| {
                let words = say!(definition.affirmed_on, number = version.number, day = when::day(at, &zone));
                format!("{words} {}", say!(definition.kept))
            });
            let nothing = lines.is_empty().then(|| view! { <p class="nudge">{say!(definition.nothing_for_you)}</p> });
            view! {
                <Main>
                    <header>
                        <Back to=back words=say!(definition.to_current)/>
                        <h1 class="said">{say!(definition.title)}</h1>
                        <p class="lead">{affirmed.unwrap_or_else(|| say!(definition.version, number = version.number))}</p>
                        <p class="soft small">{asked}</p>
                    </header>
                    <WordingAsAsked lines/>
                    {nothing}
                    <section class="affirm" aria-label=say!(definition.answers)><Marks people=people.clone() zone=zone.clone()/></section>
                    <Notes people/>
                </Main>
            }
        })
        .await)
}
