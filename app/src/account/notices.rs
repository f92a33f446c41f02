//! That a way in was changed, said on somebody's first page and on their account's until they have seen it.

use kinfolio::field;
use kinfolio::id::NoticeId;
use kinfolio::person::Viewer;
use kinfolio::person::notice::{self, AccountNotice, WayChange};
use kinfolio::policy::Action;
use leptos::prelude::*;

use super::devices::kind_words;
use crate::asking::{Asking, go};
use crate::fields::Fields;
use crate::own_path::own_path;
use crate::parts::{Hidden, Icon};
use crate::refusal::{Answer, Refusal};
use crate::when;
use crate::wording::apart;

impl Asking {
    /// Has this page say what somebody has not seen yet.
    pub(crate) async fn tell_notices(&self, viewer: &Viewer) -> Result<(), Refusal> {
        if !viewer.session.has_notices {
            return Ok(());
        }
        let notices = AccountNotice::of(&mut self.read().await?, viewer).await?;
        let _ = self.notices.set(notices);
        Ok(())
    }
}

/// Takes away what they have seen.
pub async fn seen(asking: Asking, fields: Fields) -> Answer {
    let viewer = asking.may_here(Action::KeepAccount)?;
    let notices: Vec<NoticeId> = fields.all_parsed(field::NOTICE);
    let mut tx = asking.write().await?;
    notice::seen(&mut tx, viewer, &notices).await?;
    tx.commit().await?;
    go(own_path(fields.get(field::THEN)))
}

fn words(notice: &AccountNotice, zone: &str) -> String {
    let day = when::day(notice.at, zone);
    match (notice.what, &notice.by_name) {
        (WayChange::Password, _) => say!(account.told_password, day = day),
        (WayChange::Code, Some(name)) => say!(account.told_code, name = apart(name), day = day),
        (WayChange::Code | WayChange::CodeOnServer, _) => say!(account.told_code_on_server, day = day),
        (WayChange::StepOn, _) => say!(account.told_step_on, day = day),
        (WayChange::StepOff, _) => say!(account.told_step_off, day = day),
        (WayChange::SpareCode, _) => say!(account.told_spare_code, day = day),
        (WayChange::NewDevice, _) => {
            let kind = notice.kind.map(kind_words).unwrap_or_else(|| say!(account.kind_other));
            say!(account.told_new_device, kind = kind, day = day)
        }
    }
}

/// What they have not seen yet, with a button that takes it away.
pub(crate) fn strip(notices: &[AccountNotice], zone: &str, here: &str) -> Option<impl IntoView + use<>> {
    if notices.is_empty() {
        return None;
    }
    let rows = notices.iter().map(|notice| view! { <li>{words(notice, zone)}</li> }).collect_view();
    let seen =
        notices.iter().map(|notice| view! { <Hidden name=field::NOTICE value=notice.id.to_string()/> }).collect_view();
    let here = here.split('?').next().unwrap_or("/").to_owned();
    let account = (here != "/account")
        .then(|| view! { <a class="btn btn--quiet btn--small" href="/account">{say!(account.title)}</a> });
    Some(view! {
        <section class="notice notice--info told" aria-label=say!(account.told)>
            <Icon name="lock"/>
            <div class="flow">
                <ul>{rows}</ul>
                <p class="small">{say!(account.told_not_you)}</p>
                <form method="post" action="/account/notices">
                    {seen}
                    <Hidden name=field::THEN value=here/>
                    <div class="row"><button class="btn btn--small">{say!(account.told_seen)}</button> {account}</div>
                </form>
            </div>
        </section>
    })
}
