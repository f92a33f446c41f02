//! The files of a work that are no pictures: how pages show them, their bytes for players, and what is said in them to read
//! along.

use std::path::Path;

use axum::response::IntoResponse;
use http::{HeaderValue, header};
use kinfolio::field;
use kinfolio::id::FileId;
use kinfolio::language::Language;
use kinfolio::person::Student;
use kinfolio::policy::Action;
use kinfolio::quota::MB;
use kinfolio::store::Conn;
use kinfolio::upload::Upload;
use kinfolio::words::{Problem, Problems, limit, optional_text};
use kinfolio::work::{FileKind, FilmConversion, Link, PictureWidth, Revision, Work, WorkFile, web_vtt};
use leptos::prelude::*;
use tokio::io::AsyncReadExt;

use super::upload::problem_of;
use crate::asking::{Asking, In, go_saying};
use crate::fields::Fields;
use crate::form::Form;
use crate::media::{ASKED_AGAIN, Played, jpeg, play};
use crate::parts::{FormPage, Icon, LanguageField, TextArea};
use crate::refusal::{Answer, Refusal};
use crate::shell::{self, Done, Page};
use crate::wording::{self, apart};

/// The files of a revision, each at its best: a video and a sound play, a document shows its pages.
#[component]
pub(crate) fn Files(files: Vec<WorkFile>) -> impl IntoView {
    files.into_iter().map(|file| view! { <OneFile file/> }).collect_view()
}

#[component]
fn OneFile(file: WorkFile) -> impl IntoView {
    let label = apart(file.known_as());
    let about = (!file.description.is_empty())
        .then(|| view! { <figcaption dir="auto">{file.description.clone()}</figcaption> });
    let tracks = file
        .captions
        .iter()
        .enumerate()
        .map(|(place, language)| {
            let (tag, own) = (language.tag().to_owned(), language.own_name().to_owned());
            view! { <track kind="captions" src=file.caption_address(language) srclang=tag label=own default={place == 0}/> }
        })
        .collect_view();
    let address = file.address();
    let shown = match file.kind {
        FileKind::Video if file.is_unplayed() => unplayed(&file, &label),
        FileKind::Video if file.unplayed.is_some() => made_playable(&file, label, tracks.into_any()),
        FileKind::Video => {
            view! { <video controls preload="metadata" playsinline src=address aria-label=label>{tracks}</video> }.into_any()
        }
        // A sound has no room for captions: a video without a picture does.
        FileKind::Sound if !file.captions.is_empty() => {
            view! { <video class="film--sound" controls preload="metadata" playsinline src=address aria-label=label>{tracks}</video> }.into_any()
        }
        FileKind::Sound => view! { <audio controls preload="metadata" src=address aria-label=label></audio> }.into_any(),
        FileKind::Document => drawn(&file, &label),
        FileKind::Words => view! { <p><a href=address>{say!(file.read, name = label)}</a></p> }.into_any(),
    };
    view! { <figure class=format!("film film--{}", file.kind)>{shown}{about}</figure> }
}

/// A film that browsers do not play, as it was made for them; and the film as it came, to be saved.
fn made_playable(file: &WorkFile, label: String, tracks: AnyView) -> AnyView {
    view! {
        <video controls preload="metadata" playsinline src=file.film_address() aria-label=label>{tracks}</video>
        <p class="small">{as_it_came(file)}</p>
    }
    .into_any()
}

fn as_it_came(file: &WorkFile) -> impl IntoView + use<> {
    let mb = wording::number((file.size + MB - 1) / MB);
    view! { <a href=file.address() download=file.name.clone()>{say!(file.unplayed_save, mb = mb)}</a> }
}

/// A film that browsers do not play: that it does not, and the film itself, to be saved.
fn unplayed(file: &WorkFile, name: &str) -> AnyView {
    let running =
        (file.conversion == Some(FilmConversion::Running)).then(|| view! { <p>{say!(file.unplayed_running)}</p> });
    view! {
        <div class="notice notice--info"><Icon name="info"/> <div>
            <p>{say!(file.unplayed, name = name)}</p>
            {running}
            <p>{as_it_came(file)}</p>
        </div></div>
    }
    .into_any()
}

/// What the student can do about films of theirs that browsers do not play.
pub(super) fn unplayed_advice(files: &[WorkFile]) -> Option<impl IntoView + use<>> {
    let unplayed = files.iter().filter(|file| file.is_unplayed() && file.conversion != Some(FilmConversion::Running));
    let advice = unplayed.filter_map(|file| Some((apart(&file.name), file.unplayed?)));
    let advice = advice.map(|(name, codec)| {
        let why = wording::unplayed(wording::locale(), codec);
        view! { <p>{say!(work.bad_file, name = name, why = why)}</p> }
    });
    let advice: Vec<_> = advice.collect();
    (!advice.is_empty())
        .then(|| view! { <div class="notice notice--warning"><Icon name="warning"/> <div>{advice}</div></div> })
}

/// The pages of a document, one beneath the other.
fn drawn(file: &WorkFile, name: &str) -> AnyView {
    let all = file.page_count();
    let pages = file
        .pages
        .iter()
        .map(|page| {
            let alt = say!(file.page_of, name = name, n = page.number.to_string(), all = all.to_string());
            view! {
                <a href=file.page_address(page, PictureWidth::Large)>
                    <img src=file.page_address(page, PictureWidth::Medium) srcset=file.page_addresses(page)
                        sizes="(min-width: 48rem) 40rem, 100vw" width=page.width.to_string() height=page.height.to_string()
                        loading={if page.number > 1 { "lazy" } else { "eager" }} alt=alt/>
                </a>
                {(page.lacks != 0).then(|| view! { <p class="hint">{say!(file.page_lacks)}</p> })}
            }
        })
        .collect_view();
    let drawn = i64::try_from(file.pages.len()).unwrap_or(all);
    let left = (all > drawn).then(|| {
        view! { <p>{say!(file.pages_left, all = wording::number(all), drawn = wording::number(drawn))}</p> }
    });
    let whole = file.has_more().then(|| view! { <p><a href=file.address()>{say!(file.whole_document)}</a></p> });
    view! { <div class="film__pages">{pages}</div> {left} {whole} }.into_any()
}

/// `/file/{file}`: its bytes, from any place on. A document's are its student's own: everybody else reads its pages, and is given
/// the document only where it says more than they show. A film that browsers do not play is saved.
pub async fn show(asking: Asking, In(id): In<FileId>) -> Answer {
    let mut conn = asking.read().await?;
    let viewer = asking.viewer()?;
    let file = WorkFile::bytes_seen_by(&mut conn, viewer, &id).await?.ok_or(Refusal::NotFound)?;
    drop(conn);
    if file.kind == FileKind::Document && file.student_id != viewer.person_id && !file.has_more {
        return Err(Refusal::NotFound);
    }
    let length = file.size.unsigned_abs();
    let mut response = play(&asking, Played { hash: &file.hash, length, content_type: &file.content_type }).await?;
    match file.kind {
        // Of a document of another program the PDF is here.
        FileKind::Document if !file.name.to_lowercase().ends_with(".pdf") => {
            super::upload::download(&mut response, &format!("{}.pdf", file.name))?;
        }
        FileKind::Document => super::upload::download(&mut response, &file.name)?,
        _ if file.unplayed.is_some() => super::upload::download(&mut response, &file.name)?,
        _ => {}
    }
    Ok(response)
}

/// `/file/{file}/film`: the film that is played instead of one that browsers do not play, from any place on.
pub async fn film(asking: Asking, In(id): In<FileId>) -> Answer {
    let film = WorkFile::film_seen_by(&mut asking.read().await?, asking.viewer()?, &id).await?;
    let film = film.ok_or(Refusal::NotFound)?;
    play(&asking, Played { hash: &film.hash, length: film.size.unsigned_abs(), content_type: "video/mp4" }).await
}

/// `/document/{document}/{number}/{width}`: a page of a document, drawn.
pub async fn page(asking: Asking, In((id, number, width)): In<(FileId, i64, String)>) -> Answer {
    let width = PictureWidth::named(&width).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let hash = WorkFile::page_seen_by(&mut conn, asking.viewer()?, &id, number, width).await?;
    drop(conn);
    jpeg(&asking, &hash.ok_or(Refusal::NotFound)?).await
}

/// `/file/{file}/caption/{language}`: what is said in it, for players.
pub async fn caption(asking: Asking, In((id, tag)): In<(FileId, String)>) -> Answer {
    let language = Language::tagged(&tag).ok_or(Refusal::NotFound)?;
    let mut conn = asking.read().await?;
    let text =
        WorkFile::captions_seen_by(&mut conn, asking.viewer()?, &id, &language).await?.ok_or(Refusal::NotFound)?;
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/vtt; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(ASKED_AGAIN));
    Ok(response)
}

/// A sound or a video of the student's own.
async fn own(asking: &Asking, conn: &mut Conn, id: &FileId) -> Result<(Work, Student, WorkFile), Refusal> {
    let (work, student) = WorkFile::work_of(conn, asking.viewer()?, id).await?.ok_or(Refusal::NotFound)?;
    if !work.may(student.standing, Action::ChangeWork) {
        return Err(Refusal::NotFound);
    }
    let files = work.revisions(conn).await?.into_iter().flat_map(|revision| revision.files);
    let file = files.into_iter().find(|file| file.id == *id && file.can_have_captions()).ok_or(Refusal::NotFound)?;
    Ok((work, student, file))
}

/// `/file/{file}/captions`: writing down what is said in it, or bringing it as a file.
pub async fn captions_form(asking: Asking, In(id): In<FileId>) -> Answer {
    let (work, _, file) = own(&asking, &mut asking.read().await?, &id).await?;
    show_captions(&asking, work, file, Form::default()).await
}

/// Keeps them. Without words those of this language are taken away.
pub async fn keep_captions(asking: Asking, In(id): In<FileId>, fields: Fields) -> Answer {
    let mut problems = Problems::default();
    let language = Language::tagged(fields.get(field::LANGUAGE));
    if language.is_none() {
        problems.note(field::LANGUAGE, Problem::Choose);
    }
    let mut typed = problems.take(field::TEXT, optional_text(fields.get(field::TEXT), limit::WORK));
    let file = fields.files.iter().find(|file| file.field == field::CAPTIONS && file.size > 0);
    if let Some(file) = file {
        if file.size > CAPTIONS_MB * 1024 * 1024 {
            problems.note(field::CAPTIONS, Problem::FileTooBig { max_mb: CAPTIONS_MB });
        }
        typed = read_captions(file.path()).await.unwrap_or_default();
    }
    let takes_away = typed.trim().is_empty() && file.is_none();
    let text = if takes_away { Some(String::new()) } else { web_vtt(&typed) };
    if text.is_none() {
        let field = if file.is_some() { field::CAPTIONS } else { field::TEXT };
        problems.note(field, Problem::Said(say_in!(asking.locale, file.no_captions)));
    }
    let mut tx = asking.write().await?;
    let (work, _, file) = own(&asking, &mut tx, &id).await?;
    match text.zip(language).filter(|_| problems.is_empty()) {
        Some((text, language)) => {
            work.caption_file(&mut tx, &id, &language, &text, asking.now()).await?;
            tx.commit().await?;
            go_saying(format!("/work/{}", work.id), Done::Saved)
        }
        None => {
            drop(tx);
            show_captions(&asking, work, file, Form::again(&fields, problems)).await
        }
    }
}

/// More than the longest captions are, in whatever letters, in megabytes.
const CAPTIONS_MB: u64 = 2;

/// The text of a file with captions, in whatever letters the program that made it writes; `None` for what is no text.
async fn read_captions(path: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    tokio::fs::File::open(path).await.ok()?.take(CAPTIONS_MB * 1024 * 1024).read_to_end(&mut bytes).await.ok()?;
    kinfolio::encoding::decoded(&bytes).map(|decoded| decoded.text)
}

async fn show_captions(asking: &Asking, work: Work, file: WorkFile, form: Form) -> Answer {
    let viewer = asking.viewer()?.clone();
    let title = say_in!(asking.locale, file.captions_of, name = apart(&file.name));
    let wrong = form.problem(field::CAPTIONS).map(|wrong| wording::problem(asking.locale, wrong));
    let page = Page::titled(title.clone()).at(shell::Place::Works).working().with_form(form);
    Ok(asking
        .page(page, move || {
            let class = if wrong.is_some() { "field field--error" } else { "field" };
            let described = wrong.as_ref().map_or("field-captions-hint", |_| "field-captions-hint field-captions-problem");
            let invalid = wrong.is_some().then_some("true");
            view! {
                <FormPage back=format!("/work/{}/edit", work.id) back_words=super::title_of(&work) title
                    lead=say!(file.captions_lead)
                    above=view! { <Files files=vec![file.clone()]/> }.into_any()
                    action=format!("/file/{}/captions", file.id) files=true save=say!(file.captions_keep)>
                    <LanguageField own=viewer.languages/>
                    <div class=class>
                        <label for="field-captions">{say!(file.captions_file)}</label>
                        <p class="hint" id="field-captions-hint">{say!(file.captions_hint)}</p>
                        {wrong.map(|wrong| view! {
                            <p class="error" id="field-captions-problem"><Icon name="warning"/> {wrong}</p>
                        })}
                        <input type="file" id="field-captions" name=field::CAPTIONS.wire() accept=".vtt,.srt,.txt,text/vtt,text/plain"
                            aria-describedby=described aria-invalid=invalid/>
                    </div>
                    <TextArea name=field::TEXT label=say!(file.captions_text) hint=say!(file.captions_text_hint) rows=8 optional=true/>
                </FormPage>
            }
        })
        .await)
}

/// The files that are there: what they hold, and taking them out; part of the work's form.
#[component]
pub(super) fn FilesThere(files: Vec<WorkFile>) -> impl IntoView {
    let rows = files
        .into_iter()
        .map(|file| {
            let name = field::DESCRIBE.about(&file.id);
            let captions = file.can_have_captions().then(|| {
                let words = if file.captions.is_empty() { say!(file.captions_add) } else { say!(file.captions_change) };
                view! { <a href=format!("/file/{}/captions", file.id)>{words}</a> }
            });
            let id = file.id.to_string();
            let advice = file.unplayed.map(|codec| {
                let why = wording::unplayed(wording::locale(), codec);
                view! { <p class="hint"><Icon name="warning"/> {why}</p> }
            });
            view! {
                <li>
                    <p class="strong" dir="auto">{file.name}</p>
                    {advice}
                    <crate::parts::TextField name label=say!(file.describe) hint=say!(work.describe_hint) value=file.description/>
                    {captions}
                    <label class="choice"><input type="checkbox" name=field::TAKE_OUT.wire() value=id/> <span>{say!(file.take_out)}</span></label>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="files files--described">{rows}</ul> }
}

/// Files that are still on their way, and files that could not be opened: beneath the work's form.
#[component]
pub(super) fn OnTheWay(uploads: Vec<(Upload, i64)>) -> impl IntoView {
    (!uploads.is_empty()).then(|| {
        let rows = uploads.into_iter().map(|(upload, here)| one_on_the_way(&upload, here)).collect_view();
        view! { <section class="flow" id="on-the-way"><h2>{say!(file.on_the_way)}</h2><ul class="lines">{rows}</ul></section> }
    })
}

fn one_on_the_way(upload: &Upload, here: i64) -> impl IntoView + use<> {
    let mb = |bytes: i64| wording::number((bytes + MB - 1) / MB);
    let name = apart(&upload.name);
    let failed = problem_of(wording::locale(), upload).map(|problem| wording::problem(wording::locale(), &problem));
    let original = failed.is_some().then(|| {
        view! { <a href=format!("/arrival/{}/original", upload.id)>{say!(file.original)}</a> }
    });
    let words = match failed {
        Some(why) => say!(work.bad_file, name = name, why = why),
        None if here >= upload.size => say!(file.being_made_ready, name = name),
        None => say!(file.came_so_far, name = name, here = mb(here), all = mb(upload.size)),
    };
    view! {
        <li><div>
            <p>{words}</p>
            <form class="row" method="post" action=format!("/arrival/{}/forget", upload.id)>
                {original} <button class="btn btn--small">{say!(file.forget)}</button>
            </form>
        </div></li>
    }
}

/// Everything of a revision that is looked at or listened to, and is no picture.
pub(crate) fn shown(revision: &Revision) -> Option<impl IntoView + use<>> {
    let (files, links) = (revision.files.clone(), revision.links());
    let is_something = !files.is_empty() || !links.is_empty();
    is_something.then(|| view! { <div class="films"><Files files/><Links links/></div> })
}

/// Pages elsewhere: what the student calls them, and always where they lead.
#[component]
pub(crate) fn Links(links: Vec<Link>) -> impl IntoView {
    let rows = links.into_iter().map(|link| {
        let place = link.place().to_owned();
        let words = if link.words.is_empty() { place.clone() } else { link.words };
        view! {
            <li>
                <a href=link.address.to_string() rel="noopener noreferrer nofollow"><bdi>{words}</bdi></a>
                " " <small class="soft"><bdi>{place}</bdi></small>
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| view! { <ul class="elsewhere" aria-label=say!(file.links)>{rows}</ul> })
}
