//! A way in that ran out: one button asks for a new one. The page says nothing of whose pages it opened.

use kinfolio::field;
use kinfolio::grant::{Key, RanOut};
use kinfolio::secret;
use kinfolio::throttle::Try;
use leptos::prelude::*;

use crate::asking::Asking;
use crate::entry::origin;
use crate::fields::Fields;
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Width};

/// `/grant/ask`: asks for a new way in, with the key or the code of the one that ran out; without, as whoever was in through it.
pub async fn ask(asking: Asking, fields: Fields) -> Answer {
    let found = which(&asking, fields.get(field::KEY)).await?;
    let Some(ran_out) = found else { return Err(Refusal::LinkEnded) };
    let mut tx = asking.write_again().await?;
    ran_out.ask(&mut tx, asking.now()).await?;
    tx.commit().await?;
    let title = say_in!(asking.locale, family.anew_asked);
    let page = Page::titled(title.clone());
    Ok(asking
        .page(page, move || {
            view! {
                <Main width=Width::Narrow>
                    <header><h1>{title}</h1><p class="lead">{say!(family.anew_asked_then)}</p></header>
                </Main>
            }
        })
        .await)
}

async fn which(asking: &Asking, given: &str) -> Result<Option<RanOut>, Refusal> {
    let now = asking.now();
    if given.is_empty() {
        let Some(grant) = asking.ran_out() else { return Ok(None) };
        return Ok(RanOut::by_id(&mut asking.read().await?, grant, now).await?);
    }
    if let Some(key) = Key::parse(given) {
        return Ok(RanOut::by_link(&mut asking.read().await?, &key, now).await?);
    }
    let (key, typed) = (&asking.services.secrets, secret::typed_code(given));
    let beginning: String = typed.chars().take(4).collect();
    let trying = Try::at_wrong_code(key, &beginning, &origin(asking));
    if let Err(wait) = trying.begin(&asking.services.db, now).await? {
        return Err(Refusal::TooManyTries { seconds: wait.seconds });
    }
    Ok(RanOut::by_code(&mut asking.read().await?, key, &typed, now).await?)
}
