//! On a student's home: fellow students who ask for an ear or an eye.

use kinfolio::conference::Conference;
use kinfolio::conference::rehearsal::{ListenRequest, Rehearsal};
use kinfolio::person::{Student, Viewer};
use kinfolio::store::Conn;
use kinfolio::work::{AskedPeer, Work};
use leptos::prelude::*;

use crate::asking::Asking;
use crate::refusal::Refusal;
use crate::wording::apart;

/// Who asks for what.
#[derive(Clone, Default)]
pub struct AskedBy {
    /// Whose plan, and where it is talked about.
    plans: Vec<(String, String)>,
    rehearsals: Vec<ListenRequest>,
    works: Vec<AskedPeer>,
}

impl AskedBy {
    /// What fellow students ask this one.
    pub async fn of(asking: &Asking, conn: &mut Conn, student: &Student, viewer: &Viewer) -> Result<Self, Refusal> {
        let since = asking.now().plus_days(-1);
        let plans = Conference::asking(conn, student, since).await?;
        let plans = plans.into_iter().map(|(id, name)| (format!("/conference/{id}/talk"), name)).collect();
        let works = Work::asking_peers(conn, viewer).await?;
        Ok(Self { plans, rehearsals: Rehearsal::asking(conn, viewer).await?, works })
    }
}

/// Nothing where nobody asks.
#[component]
pub fn AskedByClassmates(asked: AskedBy) -> impl IntoView {
    let rehearsals = asked.rehearsals.into_iter().map(|asked| {
        let name = apart(&asked.student_name);
        (format!("/rehearsal/{}/feedback", asked.rehearsal_id), say!(rehearse.asks_you, name = name))
    });
    let plans = asked.plans.into_iter().map(|(to, name)| (to, say!(plan.asks_you, name = apart(&name))));
    let works = asked.works.into_iter().map(|asked| {
        let title = if asked.title.is_empty() { say!(work.untitled) } else { asked.title };
        let words = say!(mastery.peer_asks, name = apart(&asked.student), title = apart(title));
        (format!("/work/{}/peers", asked.work_id), words)
    });
    let rows: Vec<_> =
        rehearsals.chain(plans).chain(works).map(|(to, words)| view! { <li><a href=to>{words}</a></li> }).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="split">
                <div class="split__side"><h2>{say!(plan.classmates)}</h2></div>
                <div class="split__main"><ul class="lines">{rows}</ul></div>
            </section>
        }
    })
}
