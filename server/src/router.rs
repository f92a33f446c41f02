//! The table of contents of the program: every address, what it asks of whoever comes, and who answers.

use axum::Router;
use axum::extract::State;
use axum::handler::Handler;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use kinfolio::policy::Action;
use kinfolio_app::body_limits::Takes;
use kinfolio_app::refusal::Refusal;
use kinfolio_app::services::Services;
use kinfolio_app::shell::dress_refusals;
use kinfolio_app::{
    advisory, commitment, components, conference, definition, entry, evidence, family, home, media, portfolio, school,
    target, testimony, time, work,
};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::body::{Limit, bounded};
use crate::health::Readiness;
use crate::{guard, metrics};

/// What an address asks of whoever comes. The test that walks all of them holds every handler to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Nothing: signing in, a link, the language.
    Nothing,
    /// To be signed in, as anybody.
    ToBeSomebody,
    /// To be allowed this, in their own school or for the student whose thing it is.
    ToBeAllowed(Action),
}

/// One address.
pub struct Door {
    /// As the router writes it: `/work/{work}`.
    pub path: &'static str,
    /// What reading it asks; `None` when it can't be read.
    pub reading: Option<Asks>,
    /// What posting to it asks; `None` when nothing can be posted.
    pub posting: Option<Asks>,
    /// What posting to it brings, and so how much of a body is taken.
    pub takes: Takes,
    handler: MethodRouter<Services>,
}

impl Door {
    /// The same address, where posting asks something else than reading.
    fn posting(self, asks: Asks) -> Self {
        Self { posting: Some(asks), ..self }
    }

    /// The same address, where a form brings something else than words.
    fn taking(self, takes: Takes) -> Self {
        Self { takes, ..self }
    }

    /// The handler, behind the limits of this address.
    fn bounded(self) -> MethodRouter<Services> {
        let asks_somebody = self.posting != Some(Asks::Nothing);
        let limit = Limit { takes: self.takes, asks_somebody };
        self.handler.layer(axum::middleware::from_fn_with_state(limit, bounded))
    }
}

/// What a form brings where nothing else is said: of somebody nobody knows, hardly anything.
fn usual(asks: Asks) -> Takes {
    if asks == Asks::Nothing { Takes::Little } else { Takes::Words }
}

/// An address that is read.
fn page<T: 'static>(path: &'static str, asks: Asks, show: impl Handler<T, Services>) -> Door {
    Door { path, reading: Some(asks), posting: None, takes: usual(asks), handler: get(show) }
}

/// An address with a form: read, and posted to.
fn form<T: 'static, U: 'static>(
    path: &'static str,
    asks: Asks,
    show: impl Handler<T, Services>,
    take: impl Handler<U, Services>,
) -> Door {
    Door { path, reading: Some(asks), posting: Some(asks), takes: usual(asks), handler: get(show).post(take) }
}

/// An address that is only posted to.
fn deed<T: 'static>(path: &'static str, asks: Asks, take: impl Handler<T, Services>) -> Door {
    Door { path, reading: None, posting: Some(asks), takes: usual(asks), handler: post(take) }
}

/// A file on its way: asked about, added to (by `PATCH`, or by `POST` where something on the way knows no other), left out.
fn growing(path: &'static str, asks: Asks) -> Door {
    use work::arriving::{go_on, state, stop};
    let handler = get(state).patch(go_on).post(go_on).delete(stop);
    Door { path, reading: Some(asks), posting: Some(asks), takes: Takes::Piece, handler }
}

/// Every address of the program, but for the site's own files, `/healthz` and `/readyz`.
pub fn doors() -> Vec<Door> {
    use Asks::*;
    use Takes::*;
    vec![
        page("/", ToBeSomebody, home::page),
        // Coming in
        deed("/language", Nothing, entry::choose_language),
        form("/set-up", Nothing, entry::set_up::page, entry::set_up::set_up),
        form("/sign-in", Nothing, entry::sign_in::page, entry::sign_in::sign_in).taking(Words),
        form("/sign-in/code", Nothing, entry::code::page, entry::code::come_in_with_code),
        deed("/sign-out", Nothing, entry::sign_out::sign_out),
        // The school
        page("/people", ToBeAllowed(Action::RunSchool), school::people::page),
        form("/people/import", ToBeAllowed(Action::RunSchool), school::import::page, school::import::import)
            .taking(Table),
        page("/people/template", ToBeAllowed(Action::RunSchool), school::import::template),
        form("/people/codes", ToBeAllowed(Action::RunSchool), school::codes::page, school::codes::make),
        // How the school words the definition
        page("/school/prompts", ToBeAllowed(Action::ShapePrompts), school::prompts::page),
        form(
            "/school/prompts/{section}",
            ToBeAllowed(Action::ShapePrompts),
            school::prompts::section::page,
            school::prompts::section::rename,
        ),
        form(
            "/school/prompts/{section}/new",
            ToBeAllowed(Action::ShapePrompts),
            school::prompts::edit::page_for_new,
            school::prompts::edit::add,
        ),
        form(
            "/prompt/{prompt}",
            ToBeAllowed(Action::ShapePrompts),
            school::prompts::edit::page,
            school::prompts::edit::change,
        ),
        deed("/prompt/{prompt}/place", ToBeAllowed(Action::ShapePrompts), school::prompts::put_away::put_beside),
        deed("/prompt/{prompt}/put-away", ToBeAllowed(Action::ShapePrompts), school::prompts::put_away::put_away),
        // How the school helps plan conferences
        page("/school/plans", ToBeAllowed(Action::ShapePlans), school::plans::page),
        form("/school/plans/new", ToBeAllowed(Action::ShapePlans), school::plans::page_for_new, school::plans::add),
        form("/plan-template/{template}", ToBeAllowed(Action::ShapePlans), school::plans::edit, school::plans::change),
        deed("/plan-template/{template}/put-away", ToBeAllowed(Action::ShapePlans), school::plans::put_away),
        page("/school/readiness", ToBeAllowed(Action::ShapePlans), school::readiness::page),
        form(
            "/school/readiness/new",
            ToBeAllowed(Action::ShapePlans),
            school::readiness::page_for_new,
            school::readiness::add,
        ),
        form("/readiness/{item}", ToBeAllowed(Action::ShapePlans), school::readiness::edit, school::readiness::change),
        deed("/readiness/{item}/put-away", ToBeAllowed(Action::ShapePlans), school::readiness::put_away),
        form("/school/room", ToBeAllowed(Action::RunSchool), school::room::page, school::room::set),
        // Learning targets
        page("/targets", ToBeAllowed(Action::SeeTargets), target::list::page),
        form("/targets/new", ToBeAllowed(Action::RunSchool), target::edit::page_for_new, target::edit::add),
        form("/targets/import", ToBeAllowed(Action::RunSchool), target::import::page, target::import::import)
            .taking(Table),
        page("/targets/template", ToBeAllowed(Action::RunSchool), target::import::template),
        form("/targets/{target}", ToBeAllowed(Action::RunSchool), target::edit::page, target::edit::change),
        // Work
        page("/work", ToBeAllowed(Action::AddWork), work::list::page),
        form("/work/new", ToBeAllowed(Action::AddWork), work::edit::add, work::edit::take_new).taking(Works),
        form("/work/quick", ToBeAllowed(Action::AddWork), work::quick::page, work::quick::begin).taking(Works),
        page("/work/{work}", ToBeAllowed(Action::SeeWork), work::page::page),
        form("/work/{work}/edit", ToBeAllowed(Action::ChangeWork), work::edit::page, work::edit::take_changed)
            .taking(Works),
        deed("/work/{work}/draft", ToBeAllowed(Action::ChangeWork), work::draft::save_as_typed),
        form("/work/{work}/describe", ToBeAllowed(Action::ChangeWork), work::describe::page, work::describe::keep),
        deed("/work/{work}/pictures", ToBeAllowed(Action::ChangeWork), work::pictures::add).taking(Works),
        deed("/work/{work}/arrival", ToBeAllowed(Action::ChangeWork), work::arriving::expect),
        growing("/arrival/{arrival}", ToBeAllowed(Action::ChangeWork)),
        page("/arrival/{arrival}/original", ToBeAllowed(Action::ChangeWork), work::arriving::original),
        deed("/arrival/{arrival}/forget", ToBeAllowed(Action::ChangeWork), work::arriving::forget_by_button),
        page("/file/{file}", ToBeAllowed(Action::SeeWork), work::files::show),
        page("/document/{document}/{number}/{width}", ToBeAllowed(Action::SeeWork), work::files::page),
        page("/file/{file}/caption/{language}", ToBeAllowed(Action::SeeWork), work::files::caption),
        form(
            "/file/{file}/captions",
            ToBeAllowed(Action::ChangeWork),
            work::files::captions_form,
            work::files::keep_captions,
        )
        .taking(Table),
        page("/picture/{picture}/{width}", ToBeAllowed(Action::SeeWork), work::pictures::show),
        form("/work/{work}/revision/new", ToBeAllowed(Action::ChangeWork), work::revision::page, work::revision::keep)
            .taking(Works),
        page("/work/{work}/revision/{number}", ToBeAllowed(Action::SeeRoad), work::page::earlier),
        page("/work/{work}/compare", ToBeAllowed(Action::SeeRoad), work::compare::page),
        deed("/work/{work}/road", ToBeAllowed(Action::ChangeWork), work::road::choose),
        deed("/work/{work}/feedback", ToBeAllowed(Action::GiveFeedback), work::feedback::give),
        form(
            "/feedback/{feedback}/answer",
            ToBeAllowed(Action::AnswerFeedback),
            work::feedback::answer_page,
            work::feedback::answer,
        ),
        form(
            "/feedback/{feedback}/hide",
            ToBeAllowed(Action::HideFeedback),
            work::feedback::hide_page,
            work::feedback::hide,
        ),
        form("/work/{work}/peers", ToBeAllowed(Action::GivePeerFeedback), work::peers::page, work::peers::say),
        deed("/work/{work}/peers/ask", ToBeAllowed(Action::ChangeWork), work::peers::ask),
        // Mastery checks
        deed("/work/{work}/check", ToBeAllowed(Action::AskForCheck), work::check::ask),
        deed("/check/{check}/answer", ToBeAllowed(Action::GiveFeedback), work::check::answer),
        deed("/check/{check}/wish", ToBeAllowed(Action::GiveFeedback), work::check::answer_wish),
        // Where each student stands to the targets, and what they do next
        page("/student/{student}/targets", ToBeAllowed(Action::SeeMap), target::map::page),
        form("/student/{student}/aims", ToBeAllowed(Action::SeeMap), target::aims::page, target::aims::add)
            .posting(ToBeAllowed(Action::PlanNext)),
        form("/aim/{aim}", ToBeAllowed(Action::PlanNext), target::aims::edit, target::aims::change),
        deed("/aim/{aim}/done", ToBeAllowed(Action::PlanNext), target::aims::mark),
        page("/advisory/targets", ToBeAllowed(Action::SeeBoard), advisory::grid::page),
        // Portfolio
        page("/student/{student}/portfolio", ToBeAllowed(Action::SeePortfolio), portfolio::page::page),
        page("/student/{student}/portfolio/arrange", ToBeAllowed(Action::ArrangePortfolio), portfolio::arrange::page),
        deed(
            "/student/{student}/portfolio/welcome",
            ToBeAllowed(Action::ArrangePortfolio),
            portfolio::arrange::welcome,
        ),
        page(
            "/student/{student}/portfolio/as/{eyes}",
            ToBeAllowed(Action::ArrangePortfolio),
            portfolio::page::as_seen_by,
        ),
        form(
            "/student/{student}/portfolio/cover",
            ToBeAllowed(Action::ArrangePortfolio),
            portfolio::cover::page,
            portfolio::cover::choose,
        ),
        page("/student/{student}/portfolio/print", ToBeAllowed(Action::SeePortfolio), portfolio::print::page),
        form(
            "/student/{student}/shelf/statement",
            ToBeAllowed(Action::ArrangePortfolio),
            portfolio::statement::page,
            portfolio::statement::make,
        ),
        deed("/student/{student}/shelf", ToBeAllowed(Action::ArrangePortfolio), portfolio::arrange::add_shelf),
        form("/shelf/{shelf}", ToBeAllowed(Action::ArrangePortfolio), portfolio::shelf::page, portfolio::shelf::change),
        deed("/shelf/{shelf}/place", ToBeAllowed(Action::ArrangePortfolio), portfolio::arrange::put_shelf),
        deed("/shelf/{shelf}/name", ToBeAllowed(Action::ArrangePortfolio), portfolio::statement::leave),
        deed("/shelf/{shelf}/remove", ToBeAllowed(Action::ArrangePortfolio), portfolio::shelf::remove),
        deed("/shelf/{shelf}/work/{work}/place", ToBeAllowed(Action::ArrangePortfolio), portfolio::arrange::put_work),
        // What the family tells
        form(
            "/student/{student}/testimony",
            ToBeAllowed(Action::Testify),
            testimony::tell::page,
            testimony::tell::tell,
        )
        .taking(Media),
        page("/student/{student}/testimonies", ToBeAllowed(Action::ArrangePortfolio), testimony::inbox::page),
        form(
            "/testimony/{testimony}",
            ToBeAllowed(Action::Testify),
            testimony::change::page,
            testimony::change::change,
        )
        .taking(Media),
        form(
            "/testimony/{testimony}/answer",
            ToBeAllowed(Action::ArrangePortfolio),
            testimony::answer::page,
            testimony::answer::answer,
        ),
        deed("/testimony/{testimony}/withdraw", ToBeAllowed(Action::Testify), testimony::change::withdraw),
        // Evidence
        form(
            "/statement/{statement}/evidence/new",
            ToBeAllowed(Action::TieEvidence),
            evidence::tie::page,
            evidence::tie::add,
        ),
        form("/work/{work}/evidence", ToBeAllowed(Action::TieEvidence), evidence::work::page, evidence::work::add),
        form(
            "/evidence/{evidence}",
            ToBeAllowed(Action::TieEvidence),
            evidence::change::page,
            evidence::change::change,
        ),
        deed("/evidence/{evidence}/take-away", ToBeAllowed(Action::TieEvidence), evidence::change::take_away),
        // Definition of success
        form(
            "/student/{student}/definition",
            ToBeAllowed(Action::SeeSection),
            definition::page::page,
            definition::page::start,
        )
        .posting(ToBeAllowed(Action::ShapeDefinition)),
        form(
            "/definition/{definition}/section/{section}",
            ToBeAllowed(Action::ShapeDefinition),
            definition::section::page,
            definition::section::open,
        ),
        form(
            "/definition/{definition}/contribute",
            ToBeAllowed(Action::Contribute),
            definition::contribute::page,
            definition::contribute::add,
        )
        .taking(Media),
        form(
            "/contribution/{contribution}",
            ToBeAllowed(Action::Contribute),
            definition::contribution::page,
            definition::contribution::reword,
        )
        .taking(Media),
        page(
            "/contribution/{contribution}/earlier",
            ToBeAllowed(Action::SeeSection),
            definition::contribution::earlier,
        ),
        form(
            "/contribution/{contribution}/translation",
            ToBeAllowed(Action::Contribute),
            definition::translation::page,
            definition::translation::add,
        ),
        deed("/translation/{translation}/check", ToBeAllowed(Action::Contribute), definition::translation::check),
        page("/sound/{sound}", ToBeAllowed(Action::SeeSection), media::sound::hear),
        page("/photo/{photo}/{width}", ToBeAllowed(Action::SeeSection), media::photo::show),
        form(
            "/definition/{definition}/statement/new",
            ToBeAllowed(Action::WriteStatement),
            definition::statement::fresh,
            definition::statement::add,
        ),
        form(
            "/statement/{statement}",
            ToBeAllowed(Action::WriteStatement),
            definition::statement::page,
            definition::statement::rewrite,
        ),
        form(
            "/statement/{statement}/view",
            ToBeAllowed(Action::WriteStatement),
            definition::beside::view_page,
            definition::beside::keep_view,
        ),
        form(
            "/statement/{statement}/talk",
            ToBeAllowed(Action::Contribute),
            definition::beside::statement_talk,
            definition::beside::talk_of_statement,
        ),
        form(
            "/contribution/{contribution}/talk",
            ToBeAllowed(Action::Contribute),
            definition::beside::contribution_talk,
            definition::beside::talk_of_contribution,
        ),
        page("/statement/{statement}/room", ToBeAllowed(Action::WriteStatement), crate::room::statement::enter),
        deed("/statement/{statement}/place", ToBeAllowed(Action::ArrangeStatements), definition::statement::put_beside),
        deed(
            "/statement/{statement}/set-aside",
            ToBeAllowed(Action::ArrangeStatements),
            definition::statement::set_aside,
        ),
        deed("/definition/{definition}/version", ToBeAllowed(Action::AskForAnswers), definition::ask::ask),
        page("/definition/{definition}/version/{number}", ToBeAllowed(Action::SeeSection), definition::version::page),
        form(
            "/version/{version}/answer",
            ToBeAllowed(Action::Affirm),
            definition::answer::page,
            definition::answer::answer,
        )
        .taking(Media),
        form(
            "/version/{version}/answer/{person}",
            ToBeAllowed(Action::RecordAnswer),
            definition::answer::page_on_paper,
            definition::answer::record,
        )
        .taking(Media),
        form(
            "/definition/{definition}/review",
            ToBeAllowed(Action::AskForAnswers),
            definition::review::page,
            definition::review::choose,
        ),
        page("/definition/{definition}", ToBeAllowed(Action::SeeSection), definition::page::by_itself),
        form(
            "/definition/{definition}/look-back",
            ToBeAllowed(Action::ShapeDefinition),
            definition::look_back::page,
            definition::look_back::carry,
        ),
        // Conference
        form(
            "/student/{student}/conference",
            ToBeAllowed(Action::SeeConference),
            conference::facts::page,
            conference::facts::plan,
        )
        .posting(ToBeAllowed(Action::LeadConference)),
        page("/conference/{conference}", ToBeAllowed(Action::SeeConference), conference::page::page),
        form(
            "/conference/{conference}/edit",
            ToBeAllowed(Action::LeadConference),
            conference::facts::edit,
            conference::facts::change,
        ),
        deed("/conference/{conference}/guide", ToBeAllowed(Action::LeadConference), conference::start::from_guide),
        deed(
            "/conference/{conference}/proposal",
            ToBeAllowed(Action::LeadConference),
            conference::start::from_proposal,
        ),
        deed(
            "/conference/{conference}/template",
            ToBeAllowed(Action::LeadConference),
            conference::start::from_template,
        ),
        form(
            "/conference/{conference}/roles",
            ToBeAllowed(Action::LeadConference),
            conference::roles::page,
            conference::roles::keep,
        ),
        deed("/conference/{conference}/ready", ToBeAllowed(Action::LeadConference), conference::ready::tick),
        page("/conference/{conference}/print", ToBeAllowed(Action::SeeConference), conference::print::page),
        form(
            "/conference/{conference}/talk",
            ToBeAllowed(Action::CommentOnPlan),
            conference::talk::page,
            conference::talk::say,
        ),
        deed(
            "/conference/{conference}/classmates",
            ToBeAllowed(Action::LeadConference),
            conference::talk::ask_classmates,
        ),
        form(
            "/conference/{conference}/rehearse",
            ToBeAllowed(Action::LeadConference),
            conference::rehearse::page,
            conference::rehearse::begin,
        ),
        form(
            "/rehearsal/{rehearsal}/moment/{number}",
            ToBeAllowed(Action::LeadConference),
            conference::rehearse::run::page,
            conference::rehearse::run::step,
        ),
        page("/rehearsal/{rehearsal}", ToBeAllowed(Action::LeadConference), conference::rehearse::summary::page),
        deed(
            "/rehearsal/{rehearsal}/minutes",
            ToBeAllowed(Action::LeadConference),
            conference::rehearse::summary::take_over,
        ),
        deed(
            "/rehearsal/{rehearsal}/recording",
            ToBeAllowed(Action::LeadConference),
            conference::rehearse::summary::record,
        )
        .taking(Media),
        deed(
            "/rehearsal/{rehearsal}/partner",
            ToBeAllowed(Action::LeadConference),
            conference::rehearse::summary::ask_partner,
        ),
        form(
            "/rehearsal/{rehearsal}/feedback",
            ToBeAllowed(Action::HelpRehearse),
            conference::rehearse::partner::page,
            conference::rehearse::partner::say,
        ),
        form(
            "/conference/{conference}/moment/new",
            ToBeAllowed(Action::LeadConference),
            conference::moments::fresh,
            conference::moments::add,
        )
        .taking(Media),
        form(
            "/moment/{moment}",
            ToBeAllowed(Action::LeadConference),
            conference::moments::page,
            conference::moments::change,
        )
        .taking(Media),
        deed("/moment/{moment}/place", ToBeAllowed(Action::LeadConference), conference::moments::put_beside),
        deed("/moment/{moment}/remove", ToBeAllowed(Action::LeadConference), conference::moments::remove),
        page("/conference/{conference}/present", ToBeAllowed(Action::LeadConference), conference::lobby::page),
        page(
            "/conference/{conference}/present/{number}",
            ToBeAllowed(Action::LeadConference),
            conference::present::page,
        ),
        page("/conference/{conference}/offline", ToBeAllowed(Action::LeadConference), conference::offline::list),
        deed("/conference/{conference}/step", ToBeAllowed(Action::LeadConference), conference::step::take),
        deed("/conference/{conference}/note", ToBeAllowed(Action::LeadConference), conference::note::keep),
        page("/conference/{conference}/cues", ToBeAllowed(Action::LeadConference), conference::cues::page),
        deed("/conference/{conference}/cues/pass", ToBeAllowed(Action::LeadConference), conference::lobby::pass_cues),
        form("/cues/{cues}", Nothing, conference::cues::by_pass, conference::cues::by_pass_instead),
        page("/conference/{conference}/follow", ToBeAllowed(Action::SeeConference), conference::follow::page),
        page(
            "/conference/{conference}/follow/{number}",
            ToBeAllowed(Action::SeeConference),
            conference::follow::look_back,
        ),
        page("/conference/{conference}/room", ToBeAllowed(Action::SeeConference), crate::room::conference::enter),
        form(
            "/conference/{conference}/reply",
            ToBeAllowed(Action::Reply),
            conference::reply::form,
            conference::reply::say_back,
        )
        .taking(Media),
        page("/conference/{conference}/calendar", ToBeAllowed(Action::SeeConference), time::calendar::of_conference),
        form(
            "/conference/{conference}/window",
            ToBeAllowed(Action::LeadConference),
            conference::window::page,
            conference::window::choose,
        ),
        form("/reply/{reply}", ToBeAllowed(Action::Reply), conference::reply::page, conference::reply::change)
            .taking(Media),
        form(
            "/reply/{reply}/letter",
            ToBeAllowed(Action::LeadConference),
            conference::reply::letter_page,
            conference::reply::write_back,
        ),
        form(
            "/conference/{conference}/afterword",
            ToBeAllowed(Action::LookBack),
            conference::afterword::page,
            conference::afterword::write,
        ),
        page("/conference/{conference}/keepsake", ToBeAllowed(Action::SeeConference), conference::keepsake::page),
        // Commitments
        form(
            "/conference/{conference}/commitment",
            ToBeAllowed(Action::Commit),
            commitment::edit::fresh,
            commitment::edit::commit,
        ),
        page("/conference/{conference}/slips", ToBeAllowed(Action::Commit), commitment::slips::page),
        form("/commitment/{commitment}", ToBeAllowed(Action::Commit), commitment::edit::page, commitment::edit::change),
        form(
            "/commitment/{commitment}/how",
            ToBeAllowed(Action::Commit),
            commitment::follow_up::page,
            commitment::follow_up::say,
        ),
        // Times
        page("/times", ToBeAllowed(Action::OfferTimes), time::list::page),
        form("/times/new", ToBeAllowed(Action::OfferTimes), time::offer::page, time::offer::offer),
        deed("/times/calendar", ToBeAllowed(Action::OfferTimes), time::list::make_feed),
        page("/times/day/{day}", ToBeAllowed(Action::OfferTimes), time::day::page),
        deed("/time/{time}/take-back", ToBeAllowed(Action::OfferTimes), time::list::take_back),
        form("/choice/{choice}", ToBeAllowed(Action::TakeTimeBack), time::choice::page, time::choice::end),
        form("/student/{student}/time", ToBeAllowed(Action::ChooseTime), time::choose::page, time::choose::choose),
        deed("/student/{student}/time/give-back", ToBeAllowed(Action::ChooseTime), time::choose::give_back),
        page("/student/{student}/time/calendar", ToBeAllowed(Action::ChooseTime), time::calendar::of_student),
        page("/calendar/{calendar}", Nothing, time::calendar::feed),
        // Family
        page("/student/{student}", ToBeAllowed(Action::SeeStudent), family::student::page),
        page("/student/{student}/family", ToBeAllowed(Action::OpenToFamily), family::kin::page),
        form(
            "/student/{student}/grants",
            ToBeAllowed(Action::OpenToFamily),
            family::letter::form,
            family::letter::make,
        ),
        form("/grant", Nothing, family::coming_in::code_page, family::coming_in::by_code),
        form("/grant/{grant}", Nothing, family::coming_in::by_link, family::coming_in::by_link_instead),
        deed("/grant/{grant}/end", ToBeAllowed(Action::OpenToFamily), family::coming_in::end),
        // Demo
        page("/components", Nothing, components::page),
        deed("/demo/sign-in", Nothing, entry::demo::sign_in),
    ]
}

/// What every handler stands behind: forms from our own pages only, each done once, and an answer whatever happens.
pub fn answering(router: Router<Services>, services: &Services) -> Router<Services> {
    router
        .layer(axum::middleware::from_fn_with_state(services.clone(), family::visiting::note_visits))
        .layer(axum::middleware::from_fn_with_state(services.clone(), guard::same_site))
        .layer(axum::middleware::from_fn_with_state(services.clone(), guard::known_host))
        // Inside what dresses refusals, so that whoever meets a panic gets their words back.
        .layer(CatchPanicLayer::custom(|_| Refusal::trouble("a handler panicked").into_response()))
        .layer(axum::middleware::from_fn_with_state(services.clone(), dress_refusals))
}

/// Pages are compressed as they are made, by gzip: brotli takes longer than making them, and is for what is compressed once,
/// when the site is built. A recording is small already, and its parts are counted in bytes.
fn compression() -> CompressionLayer<impl Predicate> {
    CompressionLayer::new().no_br().compress_when(DefaultPredicate::new().and(NotForContentType::const_new("audio/")))
}

/// The whole program as one service.
pub fn router(services: Services) -> Router {
    // Pages are rendered on tokio; that somebody has said so before is no problem.
    let _ = any_spawner::Executor::init_tokio();
    let readiness = Readiness::default();
    let mut router = Router::new();
    for door in doors() {
        router = router.route(door.path, door.bounded());
    }
    let router =
        router.fallback(|| async { Refusal::NotFound }).method_not_allowed_fallback(|| async { Refusal::NotFound });
    answering(router, &services)
        .layer(compression())
        .layer(CatchPanicLayer::custom(|_| Refusal::trouble("a handler panicked").into_response()))
        .layer(axum::extract::DefaultBodyLimit::disable())
        .merge(crate::site::routes())
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(move |State(services): State<Services>| readiness.clone().answer(services)))
        .layer(axum::middleware::from_fn_with_state(services.clone(), guard::careful))
        .layer(axum::middleware::from_fn(guard::noted))
        .layer(axum::middleware::from_fn(metrics::counted))
        .with_state(services)
}
