//! `/conference/{conference}/slips`: the question of how it went, on paper: a slip for each promise, to be cut and sent home.

use kinfolio::commitment::Outcome;
use kinfolio::id::ConferenceId;
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::{day_words, outcome_words};
use crate::asking::{Asking, In};
use crate::parts::Back;
use crate::refusal::Answer;
use crate::shell::{Main, Page};
use crate::wording::apart;

/// The slips.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, _) = crate::conference::found(&asking, &mut conn, &id, Action::Commit).await?;
    let commitments = conference.commitments(&mut conn).await?;
    drop(conn);
    let zone = asking.viewer()?.time_zone.clone();
    let page = Page::titled(say_in!(asking.locale, commitment.slips)).working().bare();
    Ok(asking
        .page(page, move || {
            let slips = commitments
                .into_iter()
                .map(|commitment| {
                    let by = commitment.by_day.and_then(|day| Some(say!(commitment.by_day, day = day_words(day, &zone)?)));
                    let boxes = Outcome::ALL.iter().map(|outcome| view! { <li>"☐ " {outcome_words(*outcome)}</li> }).collect_view();
                    view! {
                        <article class="commitment-slip">
                            <h2>{say!(commitment.slip_dear, name = apart(&commitment.author_called))}</h2>
                            <blockquote class="said" lang=commitment.language.tag().to_owned() dir="auto">{commitment.what}</blockquote>
                            <p class="soft small">{by}</p>
                            <p>{say!(commitment.how)}</p>
                            <ul class="commitment-slip__boxes">{boxes}</ul>
                            <p class="commitment-slip__line">{say!(commitment.how_words)}</p>
                        </article>
                    }
                })
                .collect_view();
            view! {
                <Main>
                    <header class="noprint">
                        <Back to=format!("/conference/{id}#promises") words=say!(commitment.title)/>
                        <h1>{say!(commitment.slips)}</h1>
                        <p class="lead">{say!(commitment.slips_do)}</p>
                    </header>
                    {slips}
                </Main>
            }
        })
        .await)
}
