//! What somebody of the staff has beside the students they accompany: the works they were let in to, and for whom they stand in.

use kinfolio::permit::{OpenedByPermit, PermitAsk};
use kinfolio::person::stand_in::StandIn;
use leptos::prelude::*;

use crate::when;
use crate::wording::apart;

/// For whom they stand in now, and until when.
pub(super) fn stands_in(stand_ins: &[StandIn], zone: &str) -> Option<AnyView> {
    let lines = stand_ins.iter().filter_map(|one| {
        let day = when::day(one.last_day.noon(zone)?, zone);
        Some(view! { <p>{say!(board.stands_in, advisory = apart(&one.advisory), day = day)}</p> })
    });
    let lines = lines.collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <div class="notice notice--info"><div>{lines}</div></div> }.into_any())
}

/// The works they were let in to: what waits for their words first.
pub(super) fn opened(works: Vec<OpenedByPermit>, zone: &str) -> Option<AnyView> {
    let rows = works.into_iter().map(|one| {
        let name = apart(&one.student);
        let what = match one.asks {
            PermitAsk::Feedback => say!(board.asks_feedback, name = name),
            PermitAsk::Check => say!(board.asks_check, name = name),
        };
        let note = match one.is_answered {
            true => say!(board.you_answered),
            false => say!(board.asked_on, day = when::short_day(one.asked_at, zone)),
        };
        let title = if one.title.is_empty() { say!(work.untitled) } else { one.title };
        let label = format!("{}: {}", say!(home.open), apart(&title));
        let to = format!("/work/{}", one.work_id);
        view! {
            <li>
                <div>
                    <p>{what} " " <span class="said" lang=one.work_language.tag().to_owned() dir="auto">{title}</span></p>
                    <p class="soft small">{note}</p>
                </div>
                <a class="push go small" href=to aria-label=label>{say!(home.open)}</a>
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! { <section id="opened"><h2>{say!(board.opened)}</h2><ul class="lines">{rows}</ul></section> }.into_any()
    })
}
