//! `/worry/{worry}/release`: one of those who hear of a worry asks for its release, another agrees; then the words are blank.

use kinfolio::field;
use kinfolio::id::WorryId;
use kinfolio::worry::Worry;
use leptos::prelude::*;

use super::held::found;
use crate::asking::{Asking, In, go, go_saying};
use crate::fields::Fields;
use crate::parts::{FormPage, Hidden};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Page, Place};
use crate::wording::apart;

/// What agreeing is called.
const AGREE: &str = "agree";
/// What asking is called.
const ASK: &str = "ask";

/// What happens then, and the one button that is whoever asks' to press.
pub async fn page(asking: Asking, In(id): In<WorryId>) -> Answer {
    let worry = found(&asking, &mut asking.read().await?, &id).await?;
    if !worry.is_held() {
        return go(format!("/worry/{id}"));
    }
    let viewer = asking.viewer()?.person_id.clone();
    let title = say_in!(asking.locale, worries.release_title);
    let page = Page::titled(title.clone()).at(Place::Elsewhere).working();
    Ok(asking
        .page(page, move || {
            let Worry { asker, release_asked_by, student, .. } = worry;
            let hold = |words: String| {
                view! { <button class="btn" name=field::BACK.wire() value="yes">{words}</button> }.into_any()
            };
            let asker = apart(asker.unwrap_or_default());
            let (now, answer, save, beside) = match &release_asked_by {
                None => (say!(worries.release_ask_note), Some(ASK), Some(say!(worries.release_ask)), None),
                Some(by) if *by == viewer => {
                    (say!(worries.release_waits), None, None, Some(hold(say!(worries.release_withdraw))))
                }
                Some(_) => (
                    say!(worries.release_agree_note, name = asker),
                    Some(AGREE),
                    Some(say!(worries.release_agree)),
                    Some(hold(say!(worries.release_hold))),
                ),
            };
            let answer = answer.map(|answer| view! { <Hidden name=field::ANSWER value=answer/> });
            let about = view! { <p>{say!(worries.release_erases)}</p><p>{now}</p> };
            view! {
                <FormPage back=format!("/worry/{id}") back_words=say!(worries.about, name = apart(&student)) title
                    about=about.into_any() action=format!("/worry/{id}/release") save beside=beside.into_any() button="btn btn--danger">
                    {answer}
                </FormPage>
            }
        })
        .await)
}

/// Asks for it, takes that back, or agrees.
pub async fn decide(asking: Asking, In(id): In<WorryId>, fields: Fields) -> Answer {
    let mut tx = asking.write().await?;
    let worry = found(&asking, &mut tx, &id).await?;
    let (viewer, now, back) = (asking.viewer()?, asking.now(), format!("/worry/{id}"));
    let done = match (fields.has(field::BACK), fields.get(field::ANSWER)) {
        (true, _) => {
            if !worry.hold_on(&mut tx, viewer).await? {
                return go(back);
            }
            Done::WorryHeld
        }
        (false, ASK) => {
            worry.ask_for_release(&mut tx, viewer, now).await?;
            Done::WorryAsked
        }
        (false, AGREE) => {
            if !worry.release(&mut tx, viewer, now).await? {
                // Nobody else asks any more: it is there as it is now.
                return go(back);
            }
            Done::WorryReleased
        }
        _ => return Err(Refusal::Broken),
    };
    tx.commit().await?;
    go_saying(back, done)
}
