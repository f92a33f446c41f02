//! `/conference/{conference}`: the plan as student, advisor and family read it, and what the family says back.

use kinfolio::at::At;
use kinfolio::conference::Conference;
use kinfolio::conference::live::Note;
use kinfolio::conference::reply::{Reply, Starter};
use kinfolio::id::{ConferenceId, ReplyId};
use kinfolio::language::Languages;
use kinfolio::person::{Role, Student};
use kinfolio::policy::Action;
use kinfolio::store::Conn;
use kinfolio::time::Choice as ChosenTime;
use leptos::prelude::*;

use super::beneath::{Around, Beneath};
use super::note::Notes;
use super::plan::{PlanView, Readable, SpeakForNone, Unspoken};
use super::words::{form_words, starter_words, title};
use super::{found, place};
use crate::asking::{Asking, In};
use crate::definition::words::{Paragraphs, named};
use crate::form::Form;
use crate::parts::{
    Choice, Hidden, Icon, LanguageField, ProblemSummary, Radios, StudentTabs, TextArea, Voice, VoiceCard,
};
use crate::refusal::{Answer, Refusal};
use crate::shell::{Main, Page, Place, Width};
use crate::time::{FamilyComes, chosen_for};
use crate::when;
use crate::wording::{Worded, apart};

/// The page.
pub async fn page(asking: Asking, In(id): In<ConferenceId>) -> Answer {
    let mut conn = asking.read().await?;
    let (conference, student) = found(&asking, &mut conn, &id, Action::SeeConference).await?;
    let told = Told::of(&mut conn, conference, student, asking.now()).await?;
    drop(conn);
    show(&asking, told, Form::default()).await
}

/// A plan, and what was said about it.
pub(super) struct Told {
    pub readable: Readable,
    pub replies: Vec<Reply>,
    pub around: Around,
    /// Of the one who leads, for nobody else.
    pub notes: Vec<Note>,
    /// When the family comes, where they have chosen a time.
    pub comes: Option<ChosenTime>,
}

impl Told {
    /// Everything the page shows.
    pub async fn of(conn: &mut Conn, conference: Conference, student: Student, now: At) -> Result<Self, Refusal> {
        let comes = chosen_for(conn, &student, &conference, now).await?;
        let replies = conference.replies(conn).await?;
        let leads = student.standing.may_at_all(Action::LeadConference);
        let notes = if leads { conference.notes(conn).await? } else { Vec::new() };
        let readable = Readable::of(conn, conference, student).await?;
        let around = Around::of(conn, &readable).await?;
        Ok(Self { readable, replies, around, notes, comes })
    }
}

/// The page, with what was typed into the reply.
pub(super) async fn show(asking: &Asking, told: Told, form: Form) -> Answer {
    let viewer = asking.viewer()?;
    let (zone, languages) = (viewer.time_zone.clone(), viewer.languages.clone());
    let student = &told.readable.student;
    let heading = title(asking.locale, student);
    let page = Page::titled(heading.clone()).at(place(student)).with_form(form.clone());
    let page = if viewer.role == Role::Family { page } else { page.working() };
    Ok(asking
        .page(page, move || {
            let Told { readable, replies, around, notes, comes } = told;
            let student = readable.student.clone();
            let replying = student.standing.may_at_all(Action::Reply).then(|| {
                let id = form.values().parsed("id").unwrap_or_else(ReplyId::new);
                let to = format!("/conference/{}/reply", readable.conference.id);
                view! { <ReplyForm to id name=apart(student.first_name()) languages/> }
            });
            let another = readable.leads().then(|| {
                let new = format!("/student/{}/conference?another", student.id);
                view! { <p class="noprint"><a href=new>{say!(conference.another)}</a></p> }
            });
            let width = if student.standing.role == Role::Family { Width::Narrow } else { Width::Text };
            view! {
                <Main width>
                    <header>
                        <StudentTabs student here=Place::Conference/>
                        <h1>{heading}</h1>
                    </header>
                    <Facts readable=readable.clone() zone=zone.clone()/>
                    {comes.map(|choice| view! { <FamilyComes choice conference=readable.conference.clone() leads=readable.leads() zone=zone.clone()/> })}
                    <PlanView readable=readable.clone() templates=around.templates.clone()/>
                    <SpeakForNone readable=readable.clone()/>
                    <Unspoken readable=readable.clone()/>
                    <Beneath readable around/>
                    {(!replies.is_empty()).then(|| view! { <Replies replies zone=zone.clone()/> })}
                    <Notes notes zone/>
                    {replying}
                    {another}
                </Main>
            }
        })
        .await)
}

/// When, where and how; and, for the one who leads, the ways to change it and to begin.
#[component]
fn Facts(readable: Readable, zone: String) -> impl IntoView {
    let facts = readable.conference.facts.clone();
    let here = format!("/conference/{}", readable.conference.id);
    let present = (!readable.plan.moments.is_empty()).then(|| {
        view! { <a class="btn btn--primary btn--big" href=format!("{here}/present")><Icon name="play" flip=true/> {say!(conference.present)}</a> }
    });
    // Whoever does not lead can follow.
    let follows = (!readable.leads() && !readable.plan.moments.is_empty()).then(|| {
        view! { <p class="noprint"><a class="btn btn--big" href=format!("{here}/follow")>{say!(live.follow)}</a></p> }
    });
    let rehearse = (!readable.plan.moments.is_empty()).then(|| {
        view! { <a class="btn" href=format!("{here}/rehearse")>{say!(rehearse.title)}</a> }
    });
    let printed = (!readable.plan.moments.is_empty()).then(|| {
        view! { <p class="small noprint"><a href=format!("{here}/print")>{say!(plan.print)}</a></p> }
    });
    let leading = readable.leads().then(|| {
        view! {
            <div class="actions noprint">
                {present}
                {rehearse}
                <a class="btn" href=format!("{here}/edit")>{say!(conference.change_facts)}</a>
            </div>
        }
    });
    let language = say!(conference.led_in, language = facts.language.own_name());
    view! {
        <div class="when">
            <strong><time datetime=when::machine(facts.starts_at, &zone)>{when::day_and_time(facts.starts_at, &zone)}</time></strong>
            {(!facts.place.is_empty()).then(|| view! { <p><bdi>{facts.place}</bdi></p> })}
            <p class="soft small">{form_words(facts.form).0} " · " {language}</p>
        </div>
        {leading}
        {follows}
        <p class="noprint small"><a href=format!("{here}/calendar")>{say!(time.to_calendar)}</a></p>
        {printed}
    }
}

/// What family members said back.
#[component]
fn Replies(replies: Vec<Reply>, zone: String) -> impl IntoView {
    let cards = replies
        .into_iter()
        .map(|reply| {
            let kinship = (!reply.kinship.is_empty()).then_some(reply.kinship.as_str());
            let name = named(&reply.author, kinship);
            let note = when::short_day(reply.made_at, &zone);
            let asked = (reply.starter != Starter::Own).then(|| Worded::from(starter_words(reply.starter)));
            view! {
                <VoiceCard voice=Voice::Family name asked language=reply.language note id=format!("r-{}", reply.id)>
                    <Paragraphs text=reply.text/>
                </VoiceCard>
            }
        })
        .collect_view();
    view! { <section class="flow" id="replies"><h2>{say!(conference.replies)}</h2><div class="quilt">{cards}</div></section> }
}

/// For family: saying something back.
#[component]
fn ReplyForm(to: String, id: ReplyId, name: String, languages: Languages) -> impl IntoView {
    let starters = Starter::ALL.iter().map(|starter| Choice::new(starter.as_str(), starter_words(*starter))).collect();
    view! {
        <section class="voice voice--family ask" id="reply">
            <h2>{say!(conference.reply)}</h2>
            <p class="soft">{say!(conference.reply_lead, name = name)}</p>
            <ProblemSummary/>
            <form method="post" action=to>
                <Hidden name="id" value=id.to_string()/>
                <Radios name="starter" label=say!(conference.reply_starter) choices=starters value=Starter::Noticed.as_str().to_owned()/>
                <TextArea name="text" label=say!(conference.reply_text) rows=5/>
                <LanguageField own=languages/>
                <div class="actions"><button class="btn btn--family btn--big">{say!(conference.reply_send)}</button></div>
            </form>
        </section>
    }
}
