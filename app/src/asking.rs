//! Who is asking, in which language, and what for.

use std::fmt::Display;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Redirect};
use http::HeaderMap;
use http::header::{ACCEPT_LANGUAGE, HeaderName};
use http::request::Parts;
use kinfolio::at::At;
use kinfolio::definition::SchoolWords;
use kinfolio::device::{LEFT_COOKIE, LETTERS, UNSENT_COOKIE, short};
use kinfolio::field;
use kinfolio::id::{ConferenceId, GrantId, PersonId, UndoId};
use kinfolio::language::Spoken;
use kinfolio::person::device::Device;
use kinfolio::person::notice::AccountNotice;
use kinfolio::person::{Role, Student, Viewer};
use kinfolio::policy::{Action, Audience};
use kinfolio::session::{self, SessionState};
use kinfolio::store::{Conn, Tx};
use kinfolio::taking_back::{BeforeAct, SeenAct};

use crate::account::is_on_the_way;
use crate::cookies::{FAMILY_COOKIE, LANGUAGE_COOKIE, cookie};
use crate::fields::Values;
use crate::idempotency::Once;
use crate::record::opening::OpeningToNote;
use crate::refusal::{Answer, Refusal};
use crate::said::Done;
use crate::services::Services;
use crate::wording::Locale;

/// Says whose session a page is, to the worker that keeps a conference.
pub(crate) const SESSION: HeaderName = HeaderName::from_static("kinfolio-session");

/// A request, as the pages see it.
pub struct Asking {
    pub services: Services,
    /// The language of the page.
    pub locale: Locale,
    /// How the school of whoever asks words the definition.
    pub school_words: Arc<SchoolWords>,
    pub(crate) parts: Parts,
    door: SessionState,
    /// The connection that found out who asks, for a page to go on reading with.
    at_hand: Mutex<Option<Conn>>,
    /// The student whose things it is about, once they were found.
    about: OnceLock<Student>,
    /// The student whose thing was found by itself.
    opened: OnceLock<Student>,
    /// What this page says of ways in that were changed.
    pub(crate) notices: OnceLock<Vec<AccountNotice>>,
}

impl Asking {
    /// Who is behind a request.
    pub async fn from(parts: Parts, services: Services) -> Result<Self, Refusal> {
        let (door, mut conn) = match cookie(&parts.headers, services.settings.cookie()) {
            Some(token) => opened(&services, &parts.headers, token).await?,
            None => (SessionState::Closed, None),
        };
        let door = if is_meant_for_another(&parts.headers, &door) { SessionState::Closed } else { door };
        let school_words = match (&door, &mut conn) {
            (SessionState::Open(viewer), Some(conn)) => services.school_words(conn, viewer).await?,
            _ => Arc::default(),
        };
        // A form may still be on its way, over a slow line: it keeps nothing that others wait for.
        let at_hand = Mutex::new(conn.filter(|_| parts.method.is_safe()));
        if let Some(known) = parts.extensions.get::<Known>() {
            known.remember(&door, &school_words);
        }
        Ok(Self { at_hand, ..Self::at_door(parts, services, door, school_words) })
    }

    /// Who is behind a request without asking the database: as this request has found out before, or nobody. For the pages
    /// that say why something could not be answered.
    pub(crate) fn without_database(parts: Parts, services: Services, known: &Known) -> Self {
        let (door, school_words) = known.get().unwrap_or_else(|| (SessionState::Closed, Arc::default()));
        Self::at_door(parts, services, door, school_words)
    }

    fn at_door(parts: Parts, services: Services, door: SessionState, school_words: Arc<SchoolWords>) -> Self {
        let viewer = if let SessionState::Open(viewer) = &door { Some(viewer.as_ref()) } else { None };
        let locale = locale_for(&parts.headers, viewer);
        Self {
            services,
            locale,
            school_words,
            parts,
            door,
            at_hand: Mutex::default(),
            about: OnceLock::new(),
            opened: OnceLock::new(),
            notices: OnceLock::new(),
        }
    }

    /// Now.
    pub fn now(&self) -> At {
        self.services.clock.now()
    }

    /// The address it comes from: behind a trusted proxy, the one in front of that proxy.
    pub fn address(&self) -> String {
        crate::address::client_address(&self.parts.extensions)
    }

    /// The path of the request.
    pub fn path(&self) -> &str {
        self.parts.uri.path()
    }

    /// What comes after the question mark, read as form values.
    pub fn query(&self) -> crate::fields::Values {
        crate::fields::Values::from_urlencoded(self.parts.uri.query().unwrap_or_default().as_bytes())
    }

    /// The headers of the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// A header of the request.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }

    /// The session's token, when there is one.
    pub fn token(&self) -> Option<&str> {
        cookie(&self.parts.headers, self.services.settings.cookie())
    }

    /// The device, when it has been here before.
    pub fn device(&self) -> Option<Device> {
        Device::with_token(cookie(&self.parts.headers, self.services.settings.device_cookie())?)
    }

    /// Whoever this device's session is for, even if only for the cues of one conference.
    pub fn on_this_device(&self) -> Option<&Viewer> {
        if let SessionState::Open(viewer) = &self.door { Some(viewer) } else { None }
    }

    /// Whoever is signed in, if anybody.
    pub fn somebody(&self) -> Option<&Viewer> {
        match &self.door {
            // A phone that holds cues is nobody anywhere else.
            SessionState::Open(viewer) if viewer.cues_of.is_none() => Some(viewer),
            _ => None,
        }
    }

    /// Whoever is signed in, or holds the cues of this conference on another device.
    pub fn with_cues_of(&self, conference: &ConferenceId) -> Result<&Viewer, Refusal> {
        match &self.door {
            SessionState::Open(viewer) if viewer.cues_of.as_ref() == Some(conference) => Ok(viewer),
            _ => self.viewer(),
        }
    }

    /// Whoever is signed in; asks to sign in otherwise.
    pub fn viewer(&self) -> Result<&Viewer, Refusal> {
        match &self.door {
            SessionState::Open(viewer) if viewer.session.owes_second_step && !is_on_the_way(self.path()) => {
                Err(Refusal::SecondStepFirst)
            }
            SessionState::Open(viewer) if viewer.cues_of.is_none() => Ok(viewer),
            SessionState::GrantEnded => Err(Refusal::LinkEnded),
            SessionState::GrantRanOut(_) => Err(Refusal::LinkRanOut(String::new())),
            SessionState::Open(_) | SessionState::Closed => Err(Refusal::SignIn),
        }
    }

    /// Whether nobody is here, and whoever was here last came as a family.
    pub(crate) fn was_a_family(&self) -> bool {
        self.holder().is_none() && cookie(&self.parts.headers, FAMILY_COOKIE).is_some()
    }

    /// The grant by which somebody was here, where it has run out since.
    pub(crate) fn ran_out(&self) -> Option<&GrantId> {
        if let SessionState::GrantRanOut(grant) = &self.door { Some(grant) } else { None }
    }

    /// Whoever this device is for, be it only to hold the cues of a conference.
    pub(crate) fn holder(&self) -> Option<&Viewer> {
        match &self.door {
            SessionState::Open(viewer) => Some(viewer),
            _ => None,
        }
    }

    /// The mark of the session; none when nobody is there.
    pub(crate) fn mark(&self) -> Option<String> {
        self.holder()?;
        self.token().map(session::mark)
    }

    /// Whether somebody was here whose session has ended.
    pub(crate) fn is_over(&self) -> bool {
        self.token().is_some() && self.holder().is_none()
    }

    /// Whether the device says that something of whoever is here waits on it: letters only, or anything.
    pub(crate) fn has_unsent(&self, letters_only: bool) -> bool {
        let unsent = cookie(&self.parts.headers, UNSENT_COOKIE).unwrap_or_default();
        self.somebody().is_some_and(|viewer| {
            let theirs = short(viewer.person_id.as_str());
            let mut kinds = unsent.split('.').filter_map(|one| one.strip_suffix(theirs));
            kinds.any(|kind| kind == LETTERS || !letters_only)
        })
    }

    /// Whoever is signed in, when they have this role.
    pub fn as_role(&self, role: Role) -> Result<&Viewer, Refusal> {
        let viewer = self.viewer()?;
        if viewer.role == role { Ok(viewer) } else { Err(Refusal::NotAllowed) }
    }

    /// Whoever is signed in, when they may do this in their own school.
    pub fn may_here(&self, action: Action) -> Result<&Viewer, Refusal> {
        use kinfolio::policy::{Relation, may};
        let viewer = self.viewer()?;
        if may(Some(viewer.role), Relation::OtherAdvisory, action, Audience::Conference) {
            Ok(viewer)
        } else {
            Err(Refusal::NotAllowed)
        }
    }

    /// The student with this id, when whoever asks may do this with what is theirs (as far as no narrower audience
    /// forbids it). Not found otherwise.
    pub async fn student(&self, conn: &mut Conn, id: &PersonId, action: Action) -> Result<Student, Refusal> {
        let student = Student::seen_by(conn, self.viewer()?, id).await?.ok_or(Refusal::NotFound)?;
        if !student.standing.may_at_all(action) {
            OpeningToNote::refused(self.viewer()?, &student.id, self.now()).note_afterwards(&self.services);
            return Err(Refusal::NotFound);
        }
        let _ = self.about.set(student.clone());
        Ok(student)
    }

    /// Says whose thing this request opens, where it was found by itself.
    pub(crate) fn opens(&self, student: &Student) {
        let _ = self.opened.set(student.clone());
    }

    /// The opening that a page is, where it is to be noted.
    pub(crate) fn opening(&self) -> Option<OpeningToNote> {
        let is_read = self.parts.method == http::Method::GET;
        OpeningToNote::of(self.somebody()?, self.opened.get().or(self.about())?, self.path(), self.now())
            .filter(|_| is_read)
    }

    /// The student whose things this request is about: the first that was found.
    pub(crate) fn about(&self) -> Option<&Student> {
        self.about.get()
    }

    /// The students whom whoever asks accompanies, when they may do this with what is theirs; see [`Asking::student`].
    pub async fn students(&self, conn: &mut Conn, action: Action) -> Result<Vec<Student>, Refusal> {
        let students = Student::accompanied_by(conn, self.viewer()?).await?;
        let may = students.iter().all(|student| student.standing.may_at_all(action));
        if may { Ok(students) } else { Err(Refusal::NotFound) }
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Conn, Refusal> {
        let at_hand = self.at_hand.lock().ok().and_then(|mut conn| conn.take());
        match at_hand {
            Some(conn) => Ok(conn),
            None => Ok(self.services.db.read().await?),
        }
    }

    /// A transaction to write in, for the form at hand: one that was done already is refused with where it led, so that a
    /// form that is sent twice is done once.
    pub async fn write(&self) -> Result<Tx, Refusal> {
        let Some(once) = self.parts.extensions.get::<Once>() else { return self.write_again().await };
        once.read(&self.parts, &self.services).await;
        if let (Some(viewer), Some(mark)) = (self.on_this_device(), once.opened_by())
            && let Some(writer) = self.services.another_writer(&mark, viewer).await?
        {
            return Err(Refusal::BegunByAnother(writer));
        }
        let mut tx =
            once.claim((&self.parts, &self.services), self.on_this_device(), self.write_again().await?).await?;
        if let (Some(viewer), Some(language)) = (self.somebody(), once.language()) {
            viewer.wrote_in(&mut tx, &language).await?;
        }
        Ok(tx)
    }

    /// A transaction for what may be asked for as often as it likes: it sets a state, or answers with what it has made once.
    /// The connection at hand goes back first: nothing waits for one while it holds another.
    pub async fn write_again(&self) -> Result<Tx, Refusal> {
        if let Ok(mut conn) = self.at_hand.lock() {
            conn.take();
        }
        Ok(self.services.db.write().await?)
    }

    /// Lets the form at hand come again as it is: what this transaction keeps is not yet what the form asks for.
    pub async fn not_done(&self, tx: &mut Tx) -> Result<(), Refusal> {
        match self.parts.extensions.get::<Once>() {
            Some(once) => Ok(once.give_up(tx).await?),
            None => Ok(()),
        }
    }
}

/// Who is behind the request at hand, once that was found out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known(Arc<Mutex<Option<Found>>>);

/// Who it is, and how their school words the definition.
type Found = (SessionState, Arc<SchoolWords>);

impl Known {
    fn remember(&self, door: &SessionState, words: &Arc<SchoolWords>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((door.clone(), words.clone()));
    }

    fn get(&self) -> Option<Found> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether anybody has asked.
    pub fn is_known(&self) -> bool {
        self.get().is_some()
    }
}

impl FromRequestParts<Services> for Asking {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, services: &Services) -> Result<Self, Refusal> {
        Self::from(parts.clone(), services.clone()).await
    }
}

/// What stands in the address: `In(id): In<WorkId>`. An address with something else in that place is not found.
pub struct In<T>(pub T);

impl<T, S> FromRequestParts<S> for In<T>
where
    T: serde::de::DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        axum::extract::Path::from_request_parts(parts, state)
            .await
            .map(|path| Self(path.0))
            .map_err(|_| Refusal::NotFound)
    }
}

/// Goes on to another page, after something was done.
pub fn go(path: impl AsRef<str>) -> Answer {
    Ok(Redirect::to(path.as_ref()).into_response())
}

/// Goes on to another page, which then says that this was done.
pub(crate) fn go_saying(path: impl AsRef<str>, said: Done) -> Answer {
    let path = path.as_ref();
    let (path, place) = path.split_once('#').map_or((path, String::new()), |(path, place)| (path, format!("#{place}")));
    let mark = if path.contains('?') { '&' } else { '?' };
    go(format!("{path}{mark}{}={}{place}", field::SAID, said.key()))
}

/// Where to go on after words were kept; and when their language was guessed, which one it is.
pub(crate) fn in_words(path: impl AsRef<str>, values: &Values, (spoken, id): (Spoken, impl Display)) -> String {
    let path = path.as_ref();
    let (guessed, instead) = (values.get(field::LANGUAGE), values.get(field::LANGUAGE_GUESSED));
    if instead.is_empty() {
        return path.to_owned();
    }
    let (path, place) = path.split_once('#').unwrap_or((path, ""));
    let mark = if path.contains('?') { '&' } else { '?' };
    let guess = format!("{path}{mark}{}={spoken}.{id}.{guessed}.{instead}", field::LANGUAGE_GUESS);
    if place.is_empty() { guess } else { format!("{guess}#{place}") }
}

impl Asking {
    /// Remembers how a thing is, before whoever asks does this to it.
    pub(crate) async fn before(
        &self,
        tx: &mut Tx,
        act: SeenAct,
        thing: &(impl AsRef<str> + ?Sized),
    ) -> Result<BeforeAct, Refusal> {
        Ok(act.begin(tx, self.viewer()?, thing).await?)
    }

    /// Keeps what was done, and goes on to a page that says so and offers to undo it.
    pub(crate) async fn done(&self, tx: Tx, before: BeforeAct, path: impl AsRef<str>, said: Done) -> Answer {
        let path = path.as_ref();
        // What else the address says is for that page alone.
        self.done_at(tx, before, path.split('?').next().unwrap_or(path), path, said).await
    }

    /// The same, where it goes on elsewhere than where it was done.
    pub(crate) async fn done_at(
        &self,
        mut tx: Tx,
        before: BeforeAct,
        page: impl AsRef<str>,
        path: impl AsRef<str>,
        said: Done,
    ) -> Answer {
        let undo = before.done(&mut tx, self.viewer()?, page.as_ref(), self.now()).await?;
        tx.commit().await?;
        go_undoable(path, said, undo)
    }
}

/// Goes on to another page, which says that this was done and, where it can be, offers to undo it.
pub(crate) fn go_undoable(path: impl AsRef<str>, said: Done, undo: Option<UndoId>) -> Answer {
    let path = path.as_ref();
    let Some(id) = undo else { return go_saying(path, said) };
    let (path, place) = path.split_once('#').map_or((path, String::new()), |(path, at)| (path, format!("#{at}")));
    let mark = if path.contains('?') { '&' } else { '?' };
    go(format!("{path}{mark}{}={}&{}={id}{place}", field::SAID, said.key(), field::UNDO))
}

/// Whoever is behind a session's token, and the connection that found out. A session that somebody left while there was
/// no network ends here.
async fn opened(
    services: &Services,
    headers: &HeaderMap,
    token: &str,
) -> Result<(SessionState, Option<Conn>), Refusal> {
    let mut conn = services.db.read().await?;
    let door = session::authenticate(&mut conn, token, services.clock.now()).await?;
    let SessionState::Open(viewer) = &door else { return Ok((door, Some(conn))) };
    let left = has_left(headers, token);
    // One from before there were keys has to be given one.
    if !left && viewer.device_key.is_some() {
        return Ok((door, Some(conn)));
    }
    // Nothing is held while another connection is asked for.
    drop(conn);
    let mut tx = services.db.write().await?;
    if left {
        session::end(&mut tx, token).await?;
    } else {
        session::give_device_key(&mut tx, &viewer.person_id).await?;
    }
    tx.commit().await?;
    let mut conn = services.db.read().await?;
    Ok((session::authenticate(&mut conn, token, services.clock.now()).await?, Some(conn)))
}

/// Whether somebody left this session while there was no network to say so.
fn has_left(headers: &HeaderMap, token: &str) -> bool {
    cookie(headers, LEFT_COOKIE).is_some_and(|left| left == session::mark(token))
}

/// Whether a script sends this for somebody else than whoever is signed in now: a page of theirs is still open, and what
/// they wrote is not to be sent in another's name.
fn is_meant_for_another(headers: &HeaderMap, door: &SessionState) -> bool {
    let SessionState::Open(viewer) = door else { return false };
    let person = headers.get("kinfolio-person").map(|person| person.as_bytes()).unwrap_or_default();
    !person.is_empty() && person != viewer.person_id.as_str().as_bytes()
}

/// What they chose on this device, else their own languages, else what a family read here last, else what the browser asks for, else the school's first.
fn locale_for(headers: &HeaderMap, viewer: Option<&Viewer>) -> Locale {
    let chosen = cookie(headers, LANGUAGE_COOKIE).and_then(crate::wording::locale_tagged);
    let own = || viewer?.languages.0.iter().find_map(|language| crate::wording::locale_tagged(language.tag()));
    let left = || cookie(headers, FAMILY_COOKIE).and_then(crate::wording::locale_tagged).filter(|_| viewer.is_none());
    let asked = || {
        let header = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
        header.split(',').find_map(|part| crate::wording::locale_tagged(part.split(';').next()?.trim()))
    };
    let schools =
        || viewer?.school_languages.first().and_then(|language| crate::wording::locale_tagged(language.tag()));
    chosen.or_else(own).or_else(left).or_else(asked).or_else(schools).unwrap_or_default()
}
