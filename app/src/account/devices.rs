//! Where somebody is signed in, and ending it there.

use kinfolio::field;
use kinfolio::policy::Action;
use kinfolio::session::devices::{DeviceKind, OpenSession, SessionWay, end_named, end_others};
use leptos::prelude::*;

use crate::asking::{Asking, go, go_saying};
use crate::fields::Fields;
use crate::parts::Hidden;
use crate::refusal::{Answer, Refusal};
use crate::shell::Done;
use crate::when;

/// Ends one of their other sessions, or all of them.
pub async fn end(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::KeepAccount)?;
    let token = asking.token().ok_or(Refusal::SignIn)?;
    let mut tx = asking.write().await?;
    let ended = if fields.has(field::OTHERS) {
        end_others(&mut tx, viewer, token).await?;
        if let Some(device) = asking.device() {
            device.forget_others(&mut tx, &asking.services.secrets, &viewer.person_id).await?;
        }
        true
    } else {
        end_named(&mut tx, viewer, token, fields.get(field::DEVICE)).await?
    };
    tx.commit().await?;
    if ended { go_saying("/account#devices", Done::SignedOutThere) } else { go("/account#devices") }
}

/// What kind of device it is, in words.
pub(super) fn kind_words(kind: DeviceKind) -> String {
    match kind {
        DeviceKind::AndroidPhone => say!(account.kind_android_phone),
        DeviceKind::AndroidTablet => say!(account.kind_android_tablet),
        DeviceKind::Iphone => say!(account.kind_iphone),
        DeviceKind::Ipad => say!(account.kind_ipad),
        DeviceKind::Windows => say!(account.kind_windows),
        DeviceKind::Mac => say!(account.kind_mac),
        DeviceKind::Chromebook => say!(account.kind_chromebook),
        DeviceKind::Linux => say!(account.kind_linux),
        DeviceKind::Other => say!(account.kind_other),
    }
}

/// Where they are signed in, the latest first.
#[component]
pub(super) fn Devices(sessions: Vec<OpenSession>, zone: String) -> impl IntoView {
    let others = sessions.iter().filter(|session| !session.is_this).count();
    let rows = sessions.into_iter().map(|session| row(session, &zone)).collect_view();
    let all = (others > 1).then(|| {
        view! {
            <form method="post" action="/account/devices/end">
                <Hidden name=field::OTHERS value="yes"/>
                <div class="actions"><button class="btn">{say!(account.end_others)}</button></div>
            </form>
        }
    });
    view! {
        <section class="flow" id="devices">
            <h2>{say!(account.devices)}</h2>
            <ul class="lines">{rows}</ul>
            {all}
        </section>
    }
}

fn row(session: OpenSession, zone: &str) -> impl IntoView + use<> {
    let day = when::day(session.used_at, zone);
    let way = match session.way {
        SessionWay::Own => None,
        SessionWay::Link => Some(say!(account.by_link)),
        SessionWay::Cues => Some(say!(account.for_cues)),
    };
    let way = way.map(|way| view! { " · " {way} });
    let kind = kind_words(session.kind);
    let end = if session.is_this {
        view! { <span class="push small strong">{say!(account.this_device)}</span> }.into_any()
    } else {
        view! {
            <form class="push" method="post" action="/account/devices/end">
                <Hidden name=field::DEVICE value=session.name/>
                <button class="btn btn--small">{say!(account.end)} <span class="sr">": " {kind.clone()}</span></button>
            </form>
        }
        .into_any()
    };
    view! {
        <li>
            <div>
                <p>{kind}</p>
                <p class="soft small">{say!(account.last_used, day = day)} {way}</p>
            </div>
            {end}
        </li>
    }
}
