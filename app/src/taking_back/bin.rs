//! `/bin`: what somebody took back, theirs alone for thirty days, and what they just did and can still undo.

use kinfolio::at::At;
use kinfolio::definition::WroteOn;
use kinfolio::field;
use kinfolio::id::BinnedId;
use kinfolio::person::Role;
use kinfolio::taking_back::{BIN_DAYS, BinKind, Binned, CameBack, SeenAct, Thrown, Undoable};
use kinfolio::work::{BinnedWork, Work};
use leptos::prelude::*;

use crate::asking::{Asking, In, go_saying};
use crate::definition::blanks::in_statements;
use crate::fields::Fields;
use crate::parts::{Back, Hidden};
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::shell::{Main, Page, Place};
use crate::when;
use crate::wording::apart;

/// Something in the bin, of whichever kind.
struct BinLine {
    at: At,
    kind: String,
    name: String,
    /// Where it is brought back from and deleted: `/bin/…` or `/work/…`.
    address: String,
    stays: bool,
}

impl From<Binned> for BinLine {
    fn from(binned: Binned) -> Self {
        Self {
            at: binned.binned_at,
            kind: kind_words(binned.kind),
            name: binned.name,
            address: format!("/bin/{}", binned.id),
            stays: false,
        }
    }
}

impl From<BinnedWork> for BinLine {
    fn from(work: BinnedWork) -> Self {
        Self {
            at: work.binned_at,
            kind: say!(bin.kind_work),
            name: if work.title.is_empty() { say!(work.untitled) } else { work.title },
            address: format!("/work/{}", work.id),
            stays: work.has_others_words,
        }
    }
}

/// What kind of thing it is.
fn kind_words(kind: BinKind) -> String {
    match kind {
        BinKind::Version => say!(bin.kind_version),
        BinKind::Check => say!(bin.kind_check),
        BinKind::Feedback => say!(bin.kind_feedback),
        BinKind::Contribution => say!(bin.kind_contribution),
        BinKind::Remark => say!(bin.kind_remark),
        BinKind::Rehearsal => say!(bin.kind_rehearsal),
        BinKind::PartnerFeedback => say!(bin.kind_partner),
        BinKind::Comment => say!(bin.kind_comment),
        BinKind::Shelf => say!(bin.kind_shelf),
        BinKind::Moment => say!(bin.kind_moment),
        BinKind::Plan => say!(bin.kind_plan),
        BinKind::Target => say!(bin.kind_target),
        BinKind::Wording => say!(bin.kind_wording),
        BinKind::Reply => say!(bin.kind_reply),
        BinKind::Testimony => say!(bin.kind_testimony),
        BinKind::Commitment => say!(bin.kind_commitment),
        BinKind::Rendition => say!(bin.kind_rendition),
    }
}

/// What somebody did, for the list of what can be undone.
fn act_words(act: SeenAct) -> String {
    match act {
        SeenAct::KeepWork => say!(undo.keep_work),
        SeenAct::Revise => say!(undo.revise),
        SeenAct::GiveFeedback => say!(undo.give_feedback),
        SeenAct::SayWhatBecame => say!(undo.say_what_became),
        SeenAct::HideFeedback => say!(undo.hide_feedback),
        SeenAct::HideWords => say!(undo.hide_words),
        SeenAct::AskForCheck => say!(undo.ask_for_check),
        SeenAct::AnswerCheck => say!(undo.answer_check),
        SeenAct::AnswerWish => say!(undo.answer_wish),
        SeenAct::AskPeers => say!(undo.ask_peers),
        SeenAct::TieEvidence => say!(undo.tie_evidence),
        SeenAct::Contribute => say!(undo.contribute),
        SeenAct::Translate => say!(undo.translate),
        SeenAct::Render => say!(undo.render),
        SeenAct::Remark => say!(undo.remark),
        SeenAct::PlaceStatement => say!(undo.place_statement),
        SeenAct::ShapePlan => say!(undo.shape_plan),
        SeenAct::SetAside => say!(undo.set_aside),
        SeenAct::OpenSection => say!(undo.open_section),
        SeenAct::AskForAnswers => say!(undo.ask_for_answers),
        SeenAct::Affirm => say!(undo.affirm),
        SeenAct::PlanConference => say!(undo.plan_conference),
        SeenAct::CallOff => say!(undo.call_off),
        SeenAct::CommentOnPlan => say!(undo.comment_on_plan),
        SeenAct::ShareRehearsal => say!(undo.share_rehearsal),
        SeenAct::HelpRehearse => say!(undo.help_rehearse),
        SeenAct::Reply => say!(undo.reply),
        SeenAct::Commit => say!(undo.commit),
        SeenAct::WriteBack => say!(undo.write_back),
        SeenAct::LookBack => say!(undo.look_back),
        SeenAct::Testify => say!(undo.testify),
        SeenAct::AnswerTestimony => say!(undo.answer_testimony),
        SeenAct::ChooseTime => say!(undo.choose_time),
        SeenAct::OfferTimes => say!(undo.offer_times),
        SeenAct::ArrangePortfolio => say!(undo.arrange_portfolio),
        SeenAct::Gather => say!(undo.gather),
        SeenAct::SetPace => say!(undo.set_pace),
    }
}

/// The bin.
pub async fn page(asking: Asking) -> Answer {
    let viewer = asking.viewer()?;
    let mut conn = asking.read().await?;
    let mut works = Vec::new();
    if viewer.role == Role::Student {
        works = Work::in_bin(&mut conn, viewer).await?;
    }
    let things = Binned::of(&mut conn, viewer).await?;
    let done = Undoable::of(&mut conn, viewer, asking.now()).await?;
    let wrote = WroteOn::of(&mut conn, viewer).await?;
    drop(conn);
    let (zone, own) = (viewer.time_zone.clone(), viewer.role == Role::Student);
    let page = Page::titled(say_in!(asking.locale, bin.title)).at(Place::Elsewhere);
    let page = if viewer.role == Role::Family { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let mut lines: Vec<BinLine> =
                works.into_iter().map(BinLine::from).chain(things.into_iter().map(BinLine::from)).collect();
            lines.sort_by_key(|line| std::cmp::Reverse(line.at));
            let body = if lines.is_empty() {
                view! { <p class="empty">{say!(bin.empty)}</p> }.into_any()
            } else {
                let rows: Vec<_> = lines.into_iter().map(|line| row(line, &zone)).collect();
                view! { <ul class="lines">{rows}</ul> }.into_any()
            };
            let (to, back) = if own { ("/work", say!(work.title)) } else { ("/", say!(shell.home)) };
            view! {
                <Main>
                    <header>
                        <Back to words=back/>
                        <h1>{say!(bin.title)}</h1>
                        <p class="lead">{say!(bin.lead)}</p>
                        <p class="soft small">{say!(worry.bin)}</p>
                        <p><a class="go" href="/hidden">{say!(hiding.list)}</a></p>
                    </header>
                    {just_done(done, &zone)}
                    {body}
                    {in_statements(wrote)}
                </Main>
            }
        })
        .await)
}

/// What can still be undone.
fn just_done(done: Vec<Undoable>, zone: &str) -> Option<AnyView> {
    if done.is_empty() {
        return None;
    }
    let rows = done.into_iter().map(|done| {
        view! {
            <li><form method="post" action=format!("/undo/{}", done.id) class="row">
                <span>{act_words(done.act)} " · " <a class="soft small" href=done.path>{when::time(done.done_at, zone)}</a></span>
                <button class="btn btn--small">{say!(undo.undo)}</button>
            </form></li>
        }
    });
    Some(
        view! {
            <section class="flow">
                <h2>{say!(undo.just_now)}</h2>
                <p class="soft small">{say!(undo.lead)}</p>
                <ul class="lines">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn row(line: BinLine, zone: &str) -> impl IntoView + use<> {
    let BinLine { at, kind, name, address, stays } = line;
    let note = if stays { say!(bin.stays) } else { say!(bin.until, day = when::day(at.plus_days(BIN_DAYS), zone)) };
    let called = if name.is_empty() { kind.clone() } else { name.clone() };
    let delete = (!stays).then(|| {
        view! {
            <details class="fold">
                <summary>{say!(bin.delete)}</summary>
                <form method="post" action=format!("{address}/delete") class="flow">
                    <p>{say!(bin.delete_lead, title = apart(&called))}</p>
                    <Hidden name=field::SURE value="yes"/>
                    <button class="btn btn--small">{say!(bin.delete_do)}</button>
                </form>
            </details>
        }
    });
    let name = (!name.is_empty()).then(|| view! { <p class="said strong" dir="auto">{name}</p> });
    view! {
        <li>
            <div class="flow">
                <p class="soft small">{kind}</p>
                {name}
                <p class="soft small">{note}</p>
                <form method="post" action=format!("{address}/bring-back")>
                    <button class="btn btn--small">{say!(bin.bring_back)}</button>
                </form>
                {delete}
            </div>
        </li>
    }
}

/// `/bin/{binned}/bring-back`: it is there again, as it was.
pub async fn bring_back(asking: Asking, In(id): In<BinnedId>) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    match Binned::bring_back(&mut tx, viewer, &id).await?.ok_or(Refusal::NotFound)? {
        CameBack::Back => {
            tx.commit().await?;
            go_saying("/bin", Done::IsBack)
        }
        CameBack::NotNow => go_saying("/bin", Done::NotBack),
    }
}

/// `/bin/{binned}/delete`: gone for good.
pub async fn delete(asking: Asking, In(id): In<BinnedId>, fields: Fields) -> Answer {
    let viewer = asking.viewer()?;
    let mut tx = asking.write().await?;
    if !Binned::delete_for_good(&mut tx, viewer, &id).await? {
        return Err(Refusal::NotFound);
    }
    seen(&fields)?;
    tx.commit().await?;
    go_saying("/bin", Done::Deleted)
}

/// A form that was never seen takes nothing back.
pub(crate) fn seen(fields: &Fields) -> Result<(), Refusal> {
    if fields.has(field::SURE) { Ok(()) } else { Err(Refusal::Broken) }
}

/// Says what became of what was thrown away.
pub(crate) fn thrown(thrown: &Thrown) -> Done {
    match thrown {
        Thrown::InBin(_) => Done::InBin,
        Thrown::Withdrawn(_) => Done::Withdrawn,
        Thrown::Stays => Done::StaysAnswered,
    }
}

/// At the foot of what can be taken back: what that does, and the button for it, folded.
#[component]
pub(crate) fn TakeBack(
    #[prop(into)] to: String,
    /// What is taken back: "Take these words back".
    #[prop(into)]
    words: String,
    /// What else there is to know; that it lies in the bin for thirty days is said anyway.
    #[prop(optional, into)]
    note: Option<String>,
) -> impl IntoView {
    view! {
        <details class="fold noprint">
            <summary>{words.clone()}</summary>
            <form method="post" action=to class="flow">
                {note.map(|note| view! { <p class="soft">{note}</p> })}
                <p class="soft">{say!(bin.take_back_lead)}</p>
                <Hidden name=field::SURE value="yes"/>
                <button class="btn btn--small">{words}</button>
            </form>
        </details>
    }
}
