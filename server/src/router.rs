//! The table of contents of the program: every address, what it asks of whoever comes, and who answers.

use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Extension, Router};
use kinfolio::policy::Action;
use kinfolio_app::inside::PagesInside;
use kinfolio_app::limits::Takes;
use kinfolio_app::refusal::Refusal;
use kinfolio_app::services::Services;
use kinfolio_app::shell::error_pages;
use kinfolio_app::{
    account, advisory, agenda, commitment, components, conference, definition, entry, evidence, family, hiding, home,
    media, person, portfolio, record, rendition, school, taking_back, target, testimony, time, translations, work,
    worry,
};
use tower::ServiceExt;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::health::Readiness;
pub use crate::route::{Requires, Route};
use crate::route::{form, only_posted, page, upload};
use crate::turns::{Turns, in_turn};
use crate::{compress, metrics, middleware};

/// Every address of the program, but for the site's own files, `/healthz` and `/readyz`.
pub fn routes() -> Vec<Route> {
    use Requires::*;
    use Takes::*;
    vec![
        page("/", SignedIn, home::page),
        // Coming in
        only_posted("/language", Nothing, entry::language::choose),
        only_posted("/language/kept", SignedIn, entry::language::choose_for_form).taking(Works),
        only_posted("/words/language", SignedIn, entry::words_language::correct),
        form("/called", Permission(Action::SayOwnName), entry::called::page, entry::called::keep).taking(Little),
        page("/account", Permission(Action::KeepAccount), account::page::page),
        form("/account/languages", Permission(Action::KeepAccount), account::languages::page, account::languages::keep)
            .taking(Little),
        only_posted("/account/devices/end", Permission(Action::KeepAccount), account::devices::end).taking(Little),
        only_posted("/account/notices", Permission(Action::KeepAccount), account::notices::seen).taking(Little),
        form("/account/password", Permission(Action::KeepPassword), account::password::page, account::password::change)
            .taking(Little),
        form(
            "/account/second-step",
            Permission(Action::KeepPassword),
            account::second_step::page,
            account::second_step::set_up,
        )
        .taking(Little),
        only_posted("/account/second-step/off", Permission(Action::KeepPassword), account::second_step::take_off)
            .taking(Little),
        // What was sent before it was asked again who sends it comes along.
        form("/account/confirm", Permission(Action::KeepPassword), account::again::page, account::again::confirm)
            .taking(Table),
        // The words of the pages
        page("/translations", Permission(Action::SuggestWords), translations::page),
        form("/translations/{language}", Permission(Action::SuggestWords), translations::side, translations::bring)
            .taking(Table),
        page("/translations/{language}/table", Permission(Action::SuggestWords), translations::sheet),
        page("/translations/{language}/suggestions", Permission(Action::SuggestWords), translations::for_keepers),
        only_posted("/translations/{language}/take-back", Permission(Action::SuggestWords), translations::take_back),
        form("/digest", Permission(Action::BeTold), family::digest::page, family::digest::choose).taking(Little),
        form("/own-calendar", Permission(Action::BeTold), family::own_calendar::page, family::own_calendar::make)
            .taking(Little),
        only_posted("/own-calendar/end", Permission(Action::BeTold), family::own_calendar::end),
        form("/digest/stop/{stop}", Nothing, family::digest::stop_page, family::digest::stop),
        form("/set-up", Nothing, entry::set_up::page, entry::set_up::set_up),
        form("/sign-in", Nothing, entry::sign_in::page, entry::sign_in::sign_in).taking(Words),
        form("/sign-in/digits", Nothing, entry::digits::page, entry::digits::come_in).taking(Words),
        form("/sign-in/code", Nothing, entry::code::page, entry::code::come_in_with_code),
        page("/sign-in/code/{card}", Nothing, entry::code::page_by_card),
        only_posted("/sign-out", Nothing, entry::sign_out::sign_out),
        // The school
        page("/people", Permission(Action::RunSchool), school::people::page),
        form("/people/import", Permission(Action::RunSchool), school::import::page, school::import::import)
            .taking(Table),
        page("/people/template", Permission(Action::RunSchool), school::import::template),
        form("/people/codes", Permission(Action::RunSchool), school::codes::page, school::codes::make),
        // A person, as the school keeps them
        form("/people/new", Permission(Action::RunSchool), person::edit::page_for_new, person::edit::add),
        page("/person/{person}", Permission(Action::SeePerson), person::card::page),
        form("/person/{person}/edit", Permission(Action::PutPersonRight), person::edit::page, person::edit::keep),
        form("/student/{student}/tie", Permission(Action::TieFamily), person::tie::page, person::tie::tie),
        form(
            "/student/{student}/untie/{person}",
            Permission(Action::TieFamily),
            person::tie::untie_page,
            person::tie::untie,
        ),
        form(
            "/person/{person}/advisories",
            Permission(Action::RunSchool),
            person::belonging::advisories_page,
            person::belonging::place,
        ),
        form(
            "/person/{person}/role",
            Permission(Action::RunSchool),
            person::belonging::role_page,
            person::belonging::take_role,
        ),
        form(
            "/person/{person}/leave",
            Permission(Action::RunSchool),
            person::belonging::leave_page,
            person::belonging::leave,
        ),
        only_posted("/person/{person}/come-back", Permission(Action::RunSchool), person::belonging::come_back),
        form(
            "/person/{person}/subjects",
            Permission(Action::RunSchool),
            person::subjects::page,
            person::subjects::keep,
        )
        .taking(Little),
        form(
            "/advisory/{advisory}/stand-in",
            Permission(Action::RunSchool),
            person::stand_in::page,
            person::stand_in::name,
        )
        .taking(Little),
        only_posted("/stand-in/{stand_in}/end", Permission(Action::RunSchool), person::stand_in::end),
        page("/record", Permission(Action::ReadRecord), record::list::page),
        only_posted("/record/keep", Permission(Action::RunSchool), record::list::keep),
        // How the school words the definition
        page("/school/prompts", Permission(Action::ShapePrompts), school::prompts::page),
        form(
            "/school/prompts/{section}",
            Permission(Action::ShapePrompts),
            school::prompts::section::page,
            school::prompts::section::rename,
        ),
        form(
            "/school/prompts/{section}/new",
            Permission(Action::ShapePrompts),
            school::prompts::edit::page_for_new,
            school::prompts::edit::add,
        ),
        form(
            "/prompt/{prompt}",
            Permission(Action::ShapePrompts),
            school::prompts::edit::page,
            school::prompts::edit::change,
        ),
        only_posted("/prompt/{prompt}/place", Permission(Action::ShapePrompts), school::prompts::put_away::put_beside),
        only_posted("/prompt/{prompt}/put-away", Permission(Action::ShapePrompts), school::prompts::put_away::put_away),
        // How the school helps plan conferences
        page("/school/plans", Permission(Action::ShapePlans), school::plans::page),
        form("/school/plans/new", Permission(Action::ShapePlans), school::plans::page_for_new, school::plans::add),
        form("/plan-template/{template}", Permission(Action::ShapePlans), school::plans::edit, school::plans::change),
        only_posted("/plan-template/{template}/put-away", Permission(Action::ShapePlans), school::plans::put_away),
        page("/school/readiness", Permission(Action::ShapePlans), school::readiness::page),
        form(
            "/school/readiness/new",
            Permission(Action::ShapePlans),
            school::readiness::page_for_new,
            school::readiness::add,
        ),
        form("/readiness/{item}", Permission(Action::ShapePlans), school::readiness::edit, school::readiness::change),
        only_posted("/readiness/{item}/put-away", Permission(Action::ShapePlans), school::readiness::put_away),
        form("/school/sign-in", Permission(Action::RunSchool), school::sign_in::page, school::sign_in::set)
            .taking(Little),
        form("/school/room", Permission(Action::RunSchool), school::quota::page, school::quota::set),
        // Learning targets
        page("/targets", Permission(Action::SeeTargets), target::list::page),
        form("/targets/new", Permission(Action::RunSchool), target::edit::page_for_new, target::edit::add),
        form("/targets/import", Permission(Action::RunSchool), target::import::page, target::import::import)
            .taking(Table),
        page("/targets/template", Permission(Action::RunSchool), target::import::template),
        form("/targets/{target}", Permission(Action::RunSchool), target::edit::page, target::edit::change),
        only_posted("/targets/{target}/take-back", Permission(Action::RunSchool), target::edit::take_back),
        only_posted("/targets/{target}/bring-back", Permission(Action::RunSchool), target::edit::bring_back),
        // Taking back
        page("/bin", Permission(Action::TakeBack), taking_back::bin::page),
        only_posted("/bin/{binned}/bring-back", Permission(Action::TakeBack), taking_back::bin::bring_back),
        only_posted("/bin/{binned}/delete", Permission(Action::TakeBack), taking_back::bin::delete),
        form("/hidden", Permission(Action::TakeBack), hiding::list::page, hiding::list::show_again),
        form(
            "/contribution/{contribution}/hide",
            Permission(Action::HideWords),
            hiding::hide::of_contribution,
            hiding::hide::hide_contribution,
        ),
        form(
            "/remark/{remark}/hide",
            Permission(Action::HideWords),
            hiding::hide::of_remark,
            hiding::hide::hide_remark,
        ),
        form("/reply/{reply}/hide", Permission(Action::HideWords), hiding::hide::of_reply, hiding::hide::hide_reply),
        form(
            "/testimony/{testimony}/hide",
            Permission(Action::HideWords),
            hiding::hide::of_testimony,
            hiding::hide::hide_testimony,
        ),
        // Worries about a child
        form(
            "/contribution/{contribution}/worry",
            Permission(Action::SayWorry),
            worry::say::about_contribution,
            worry::say::say_of_contribution,
        ),
        form(
            "/remark/{remark}/worry",
            Permission(Action::SayWorry),
            worry::say::about_remark,
            worry::say::say_of_remark,
        ),
        form("/reply/{reply}/worry", Permission(Action::SayWorry), worry::say::about_reply, worry::say::say_of_reply),
        form(
            "/testimony/{testimony}/worry",
            Permission(Action::SayWorry),
            worry::say::about_testimony,
            worry::say::say_of_testimony,
        ),
        form(
            "/feedback/{feedback}/worry",
            Permission(Action::SayWorry),
            worry::say::about_feedback,
            worry::say::say_of_feedback,
        ),
        page("/worries", Permission(Action::HearWorries), worry::list::page),
        form("/worry/{worry}", Permission(Action::HearWorries), worry::held::page, worry::held::note),
        form("/worry/{worry}/release", Permission(Action::HearWorries), worry::release::page, worry::release::decide),
        form("/school/worries", Permission(Action::NameWhoHearsWorries), worry::name::page, worry::name::set),
        only_posted("/undo/{undo}", Permission(Action::TakeBack), taking_back::undo::undo),
        // Work
        page("/work", Permission(Action::AddWork), work::list::page),
        form("/work/new", Permission(Action::AddWork), work::edit::add, work::edit::take_new).taking(Works),
        form("/preview", SignedIn, work::preview::page, work::preview::show),
        form("/work/quick", Permission(Action::AddWork), work::quick::page, work::quick::begin).taking(Works),
        page("/work/{work}", Permission(Action::SeeWork), work::page::page),
        form("/work/{work}/edit", Permission(Action::ChangeWork), work::edit::page, work::edit::take_changed)
            .taking(Works),
        only_posted("/work/{work}/draft", Permission(Action::ChangeWork), work::draft::save_as_typed),
        only_posted(
            "/work/{work}/version/take-back",
            Permission(Action::ChangeWork),
            work::taking_back::take_version_back,
        ),
        only_posted("/work/{work}/bin", Permission(Action::ChangeWork), work::bin::put),
        only_posted("/work/{work}/bring-back", Permission(Action::ChangeWork), work::bin::bring_back),
        only_posted("/work/{work}/delete", Permission(Action::ChangeWork), work::bin::delete),
        form("/work/{work}/describe", Permission(Action::ChangeWork), work::describe::page, work::describe::keep),
        only_posted("/work/{work}/pictures", Permission(Action::ChangeWork), work::pictures::add).taking(Works),
        only_posted("/work/{work}/arrival", Permission(Action::ChangeWork), work::upload::create)
            .answering_options(work::upload::options),
        upload("/arrival/{arrival}", Permission(Action::ChangeWork)),
        page("/arrival/{arrival}/original", Permission(Action::ChangeWork), work::upload::original),
        only_posted("/arrival/{arrival}/forget", Permission(Action::ChangeWork), work::upload::forget_by_button),
        page("/file/{file}", Permission(Action::SeeWork), work::files::show),
        page("/file/{file}/film", Permission(Action::SeeWork), work::files::film),
        page("/document/{document}/{number}/{width}", Permission(Action::SeeWork), work::files::page),
        page("/file/{file}/caption/{language}", Permission(Action::SeeWork), work::files::caption),
        form(
            "/file/{file}/captions",
            Permission(Action::ChangeWork),
            work::files::captions_form,
            work::files::keep_captions,
        )
        .taking(Table),
        page("/picture/{picture}/{width}", Permission(Action::SeeWork), work::pictures::show),
        form("/work/{work}/revision/new", Permission(Action::ChangeWork), work::revision::page, work::revision::keep)
            .taking(Works),
        page("/work/{work}/revision/{number}", Permission(Action::SeeRoad), work::page::earlier),
        page("/work/{work}/compare", Permission(Action::SeeRoad), work::compare::page),
        only_posted("/work/{work}/road", Permission(Action::ChangeWork), work::road::choose),
        only_posted("/work/{work}/feedback", Permission(Action::GiveFeedback), work::feedback::give),
        form(
            "/feedback/{feedback}/answer",
            Permission(Action::AnswerFeedback),
            work::feedback::answer_page,
            work::feedback::answer,
        ),
        form(
            "/feedback/{feedback}/hide",
            Permission(Action::HideWords),
            work::feedback::hide_page,
            work::feedback::hide,
        ),
        form("/work/{work}/peers", Permission(Action::GivePeerFeedback), work::peers::page, work::peers::say),
        only_posted("/work/{work}/teacher", Permission(Action::ChangeWork), work::teachers::ask),
        only_posted("/permit/{permit}/end", Permission(Action::EndPermit), work::teachers::end),
        only_posted("/work/{work}/peers/ask", Permission(Action::ChangeWork), work::peers::ask),
        only_posted(
            "/feedback/{feedback}/take-back",
            Permission(Action::TakeBack),
            work::taking_back::take_feedback_back,
        ),
        form(
            "/feedback/{feedback}/correct",
            Permission(Action::TakeBack),
            work::taking_back::correct_feedback_page,
            work::taking_back::correct_feedback,
        ),
        // Mastery checks
        only_posted("/work/{work}/check", Permission(Action::AskForCheck), work::check::ask),
        only_posted("/check/{check}/withdraw", Permission(Action::AskForCheck), work::taking_back::withdraw_check),
        form(
            "/check/{check}/correct",
            Permission(Action::GiveFeedback),
            work::taking_back::correct_answer_page,
            work::taking_back::correct_answer,
        ),
        only_posted("/check/{check}/answer", Permission(Action::GiveFeedback), work::check::answer),
        only_posted("/check/{check}/wish", Permission(Action::GiveFeedback), work::check::answer_wish),
        // Where each student stands to the targets, and what they do next
        page("/student/{student}/targets", Permission(Action::SeeMap), target::map::page),
        form("/student/{student}/aims", Permission(Action::SeeMap), target::aims::page, target::aims::add)
            .posting(Permission(Action::PlanNext)),
        form("/aim/{aim}", Permission(Action::PlanNext), target::aims::edit, target::aims::change),
        only_posted("/aim/{aim}/done", Permission(Action::PlanNext), target::aims::mark),
        form("/student/{student}/code", Permission(Action::MakeCode), advisory::code::page, advisory::code::make)
            .taking(Little),
        page("/advisory/news", Permission(Action::SeeBoard), advisory::news::page),
        page("/advisory/targets", Permission(Action::SeeBoard), advisory::grid::page),
        form("/advisory/gather", Permission(Action::GuideAdvisory), advisory::gather::page, advisory::gather::call),
        only_posted("/advisory/gather/end", Permission(Action::GuideAdvisory), advisory::gather::call_off),
        form("/advisory/pace", Permission(Action::GuideAdvisory), advisory::pace::page, advisory::pace::keep),
        only_posted("/advisory/pace/remove", Permission(Action::GuideAdvisory), advisory::pace::remove),
        only_posted("/today/put-off", Permission(Action::SeeBoard), agenda::put_off::put),
        // Portfolio
        page("/student/{student}/portfolio", Permission(Action::SeePortfolio), portfolio::page::page),
        page("/student/{student}/portfolio/arrange", Permission(Action::ArrangePortfolio), portfolio::arrange::page),
        only_posted(
            "/student/{student}/portfolio/welcome",
            Permission(Action::ArrangePortfolio),
            portfolio::arrange::welcome,
        ),
        page(
            "/student/{student}/portfolio/as/{eyes}",
            Permission(Action::ArrangePortfolio),
            portfolio::page::as_seen_by,
        ),
        form(
            "/student/{student}/portfolio/cover",
            Permission(Action::ArrangePortfolio),
            portfolio::cover::page,
            portfolio::cover::choose,
        ),
        page("/student/{student}/portfolio/print", Permission(Action::SeePortfolio), portfolio::print::page),
        form(
            "/student/{student}/shelf/statement",
            Permission(Action::ArrangePortfolio),
            portfolio::statement::page,
            portfolio::statement::make,
        ),
        only_posted("/student/{student}/shelf", Permission(Action::ArrangePortfolio), portfolio::arrange::add_shelf),
        form("/shelf/{shelf}", Permission(Action::ArrangePortfolio), portfolio::shelf::page, portfolio::shelf::change),
        only_posted("/shelf/{shelf}/place", Permission(Action::ArrangePortfolio), portfolio::arrange::put_shelf),
        only_posted("/shelf/{shelf}/name", Permission(Action::ArrangePortfolio), portfolio::statement::leave),
        only_posted("/shelf/{shelf}/remove", Permission(Action::ArrangePortfolio), portfolio::shelf::remove),
        only_posted(
            "/shelf/{shelf}/work/{work}/place",
            Permission(Action::ArrangePortfolio),
            portfolio::arrange::put_work,
        ),
        // What the family tells
        form("/student/{student}/testimony", Permission(Action::Testify), testimony::tell::page, testimony::tell::tell)
            .taking(Media),
        page("/student/{student}/testimonies", Permission(Action::ArrangePortfolio), testimony::inbox::page),
        form("/testimony/{testimony}", Permission(Action::Testify), testimony::change::page, testimony::change::change)
            .taking(Media),
        form(
            "/testimony/{testimony}/answer",
            Permission(Action::ArrangePortfolio),
            testimony::answer::page,
            testimony::answer::answer,
        ),
        only_posted("/testimony/{testimony}/take-back", Permission(Action::TakeBack), testimony::change::take_back),
        // Evidence
        form(
            "/statement/{statement}/evidence/new",
            Permission(Action::TieEvidence),
            evidence::tie::page,
            evidence::tie::add,
        ),
        form("/work/{work}/evidence", Permission(Action::TieEvidence), evidence::work::page, evidence::work::add),
        form("/evidence/{evidence}", Permission(Action::TieEvidence), evidence::change::page, evidence::change::change),
        only_posted("/evidence/{evidence}/take-away", Permission(Action::TieEvidence), evidence::change::take_away),
        // Definition of success
        form(
            "/student/{student}/definition",
            Permission(Action::SeeSection),
            definition::page::page,
            definition::page::start,
        )
        .posting(Permission(Action::ShapeDefinition)),
        form(
            "/definition/{definition}/section/{section}",
            Permission(Action::ShapeDefinition),
            definition::section::page,
            definition::section::open,
        ),
        form(
            "/definition/{definition}/contribute",
            Permission(Action::Contribute),
            definition::contribute::page,
            definition::contribute::add,
        )
        .taking(Media),
        form(
            "/contribution/{contribution}",
            Permission(Action::Contribute),
            definition::contribution::page,
            definition::contribution::reword,
        )
        .taking(Media),
        only_posted(
            "/contribution/{contribution}/take-back",
            Permission(Action::TakeBack),
            definition::contribution::take_back,
        ),
        only_posted("/remark/{remark}/take-back", Permission(Action::TakeBack), definition::beside::take_remark_back),
        only_posted(
            "/contribution/{contribution}/earlier/{number}/take-back",
            Permission(Action::TakeBack),
            definition::contribution::throw_earlier_away,
        ),
        page("/contribution/{contribution}/earlier", Permission(Action::SeeSection), definition::contribution::earlier),
        form(
            "/contribution/{contribution}/translation",
            Permission(Action::Contribute),
            definition::translation::page,
            definition::translation::add,
        ),
        only_posted("/translation/{translation}/check", Permission(Action::Contribute), definition::translation::check),
        form(
            "/words/{words_of}/{thing}/beside",
            Permission(Action::Translate),
            rendition::form::page,
            rendition::form::add,
        )
        .taking(Media),
        form(
            "/targets/{target}/beside",
            Permission(Action::TranslateTargets),
            rendition::form::page_of_target,
            rendition::form::add_to_target,
        )
        .taking(Media),
        only_posted("/rendition/{rendition}/check", Permission(Action::Translate), rendition::form::check),
        only_posted("/rendition/{rendition}/take-back", Permission(Action::TakeBack), rendition::form::take_back),
        page("/sound/{sound}", Permission(Action::SeeSection), media::sound::hear),
        page("/photo/{photo}/{width}", Permission(Action::SeeSection), media::photo::show),
        form(
            "/definition/{definition}/statement/new",
            Permission(Action::WriteStatement),
            definition::statement::fresh,
            definition::statement::add,
        ),
        form(
            "/statement/{statement}",
            Permission(Action::WriteStatement),
            definition::statement::page,
            definition::statement::rewrite,
        ),
        form(
            "/statement/{statement}/blank",
            Permission(Action::TakeBack),
            definition::blank::page,
            definition::blank::blank,
        ),
        form(
            "/statement/{statement}/view",
            Permission(Action::WriteStatement),
            definition::beside::view_page,
            definition::beside::keep_view,
        ),
        form(
            "/statement/{statement}/talk",
            Permission(Action::Contribute),
            definition::beside::statement_talk,
            definition::beside::talk_of_statement,
        ),
        form(
            "/contribution/{contribution}/talk",
            Permission(Action::Contribute),
            definition::beside::contribution_talk,
            definition::beside::talk_of_contribution,
        ),
        page("/statement/{statement}/room", Permission(Action::WriteStatement), crate::room::statement::enter),
        only_posted(
            "/statement/{statement}/place",
            Permission(Action::ArrangeStatements),
            definition::statement::put_beside,
        ),
        only_posted(
            "/statement/{statement}/stands",
            Permission(Action::ArrangeStatements),
            definition::statement::stands,
        ),
        only_posted(
            "/statement/{statement}/set-aside",
            Permission(Action::ArrangeStatements),
            definition::statement::set_aside,
        ),
        form(
            "/definition/{definition}/version",
            Permission(Action::AskForAnswers),
            definition::ask::page,
            definition::ask::ask,
        ),
        page("/definition/{definition}/version/{number}", Permission(Action::SeeSection), definition::version::page),
        form(
            "/version/{version}/answer",
            Permission(Action::Affirm),
            definition::answer::page,
            definition::answer::answer,
        )
        .taking(Media),
        form(
            "/version/{version}/answer/{person}",
            Permission(Action::RecordAnswer),
            definition::answer::page_on_paper,
            definition::answer::record,
        )
        .taking(Media),
        form(
            "/definition/{definition}/review",
            Permission(Action::AskForAnswers),
            definition::review::page,
            definition::review::choose,
        ),
        page("/definition/{definition}", Permission(Action::SeeSection), definition::page::by_itself),
        form(
            "/definition/{definition}/look-back",
            Permission(Action::ShapeDefinition),
            definition::look_back::page,
            definition::look_back::carry,
        ),
        // Conference
        form(
            "/student/{student}/conference",
            Permission(Action::SeeConference),
            conference::facts::page,
            conference::facts::plan,
        )
        .posting(Permission(Action::LeadConference)),
        page("/conference/{conference}", Permission(Action::SeeConference), conference::page::page),
        form(
            "/conference/{conference}/edit",
            Permission(Action::LeadConference),
            conference::facts::edit,
            conference::facts::change,
        ),
        form(
            "/conference/{conference}/move",
            Permission(Action::MoveConference),
            conference::moving::page,
            conference::moving::move_it,
        ),
        form(
            "/conference/{conference}/call-off",
            Permission(Action::LeadConference),
            conference::calling_off::page,
            conference::calling_off::call_off,
        ),
        only_posted(
            "/conference/{conference}/bring-back",
            Permission(Action::LeadConference),
            conference::calling_off::bring_back,
        ),
        only_posted(
            "/conference/{conference}/guide",
            Permission(Action::LeadConference),
            conference::start::from_guide,
        ),
        only_posted(
            "/conference/{conference}/proposal",
            Permission(Action::LeadConference),
            conference::start::from_proposal,
        ),
        only_posted(
            "/conference/{conference}/template",
            Permission(Action::LeadConference),
            conference::start::from_template,
        ),
        form(
            "/conference/{conference}/roles",
            Permission(Action::LeadConference),
            conference::roles::page,
            conference::roles::keep,
        ),
        only_posted("/conference/{conference}/ready", Permission(Action::LeadConference), conference::ready::tick),
        page("/conference/{conference}/print", Permission(Action::SeeConference), conference::print::page),
        form(
            "/conference/{conference}/talk",
            Permission(Action::CommentOnPlan),
            conference::talk::page,
            conference::talk::say,
        ),
        only_posted("/comment/{comment}/take-back", Permission(Action::TakeBack), conference::talk::take_back),
        only_posted(
            "/conference/{conference}/plan/take-back",
            Permission(Action::LeadConference),
            conference::start::take_back,
        ),
        only_posted(
            "/rehearsal/{rehearsal}/take-back",
            Permission(Action::LeadConference),
            conference::rehearse::summary::take_back,
        ),
        only_posted(
            "/rehearsal-feedback/{said}/take-back",
            Permission(Action::TakeBack),
            conference::rehearse::partner::take_back,
        ),
        only_posted(
            "/conference/{conference}/classmates",
            Permission(Action::LeadConference),
            conference::talk::ask_classmates,
        ),
        form(
            "/conference/{conference}/rehearse",
            Permission(Action::LeadConference),
            conference::rehearse::page,
            conference::rehearse::begin,
        ),
        form(
            "/rehearsal/{rehearsal}/moment/{number}",
            Permission(Action::LeadConference),
            conference::rehearse::run::page,
            conference::rehearse::run::step,
        ),
        page("/rehearsal/{rehearsal}", Permission(Action::LeadConference), conference::rehearse::summary::page),
        only_posted(
            "/rehearsal/{rehearsal}/minutes",
            Permission(Action::LeadConference),
            conference::rehearse::summary::take_over,
        ),
        only_posted(
            "/rehearsal/{rehearsal}/recording",
            Permission(Action::LeadConference),
            conference::rehearse::summary::record,
        )
        .taking(Media),
        only_posted(
            "/rehearsal/{rehearsal}/partner",
            Permission(Action::LeadConference),
            conference::rehearse::summary::ask_partner,
        ),
        form(
            "/rehearsal/{rehearsal}/feedback",
            Permission(Action::HelpRehearse),
            conference::rehearse::partner::page,
            conference::rehearse::partner::say,
        ),
        form(
            "/conference/{conference}/moment/new",
            Permission(Action::LeadConference),
            conference::moments::fresh,
            conference::moments::add,
        )
        .taking(Media),
        form(
            "/moment/{moment}",
            Permission(Action::LeadConference),
            conference::moments::page,
            conference::moments::change,
        )
        .taking(Media),
        only_posted("/moment/{moment}/place", Permission(Action::LeadConference), conference::moments::put_beside),
        only_posted("/moment/{moment}/remove", Permission(Action::LeadConference), conference::moments::remove),
        page("/conference/{conference}/present", Permission(Action::LeadConference), conference::lobby::page),
        page(
            "/conference/{conference}/present/{number}",
            Permission(Action::LeadConference),
            conference::present::page,
        ),
        page("/conference/{conference}/offline", Permission(Action::LeadConference), conference::offline::list),
        only_posted("/conference/{conference}/step", Permission(Action::LeadConference), conference::step::take),
        only_posted("/conference/{conference}/note", Permission(Action::LeadConference), conference::note::keep),
        page("/conference/{conference}/cues", Permission(Action::LeadConference), conference::cues::page),
        only_posted(
            "/conference/{conference}/cues/pass",
            Permission(Action::LeadConference),
            conference::lobby::pass_cues,
        ),
        form("/cues/{cues}", Nothing, conference::cues::by_pass, conference::cues::by_pass_instead),
        page("/conference/{conference}/follow", Permission(Action::SeeConference), conference::follow::page),
        page(
            "/conference/{conference}/follow/{number}",
            Permission(Action::SeeConference),
            conference::follow::look_back,
        ),
        page("/conference/{conference}/room", Permission(Action::SeeConference), crate::room::conference::enter),
        form(
            "/conference/{conference}/reply",
            Permission(Action::Reply),
            conference::reply::form,
            conference::reply::say_back,
        )
        .taking(Media),
        page("/conference/{conference}/calendar", Permission(Action::SeeConference), time::calendar::of_conference),
        form(
            "/conference/{conference}/window",
            Permission(Action::LeadConference),
            conference::window::page,
            conference::window::choose,
        ),
        form("/reply/{reply}", Permission(Action::Reply), conference::reply::page, conference::reply::change)
            .taking(Media),
        only_posted("/reply/{reply}/take-back", Permission(Action::TakeBack), conference::reply::take_back),
        form(
            "/reply/{reply}/letter",
            Permission(Action::LeadConference),
            conference::reply::letter_page,
            conference::reply::write_back,
        ),
        form(
            "/conference/{conference}/afterword",
            Permission(Action::LookBack),
            conference::afterword::page,
            conference::afterword::write,
        ),
        page("/conference/{conference}/keepsake", Permission(Action::SeeConference), conference::keepsake::page),
        // Commitments
        form(
            "/conference/{conference}/commitment",
            Permission(Action::Commit),
            commitment::edit::fresh,
            commitment::edit::commit,
        ),
        page("/conference/{conference}/slips", Permission(Action::Commit), commitment::slips::page),
        form("/commitment/{commitment}", Permission(Action::Commit), commitment::edit::page, commitment::edit::change),
        only_posted("/commitment/{commitment}/take-back", Permission(Action::TakeBack), commitment::edit::take_back),
        form(
            "/commitment/{commitment}/how",
            Permission(Action::Commit),
            commitment::follow_up::page,
            commitment::follow_up::say,
        ),
        // Times
        page("/times", Permission(Action::OfferTimes), time::list::page),
        form("/times/new", Permission(Action::OfferTimes), time::offer::page, time::offer::offer),
        only_posted("/times/calendar", Permission(Action::OfferTimes), time::list::make_feed),
        page("/times/day/{day}", Permission(Action::OfferTimes), time::day::page),
        only_posted("/time/{time}/take-back", Permission(Action::OfferTimes), time::list::take_back),
        form("/choice/{choice}", Permission(Action::TakeTimeBack), time::choice::page, time::choice::end),
        form("/student/{student}/time", Permission(Action::ChooseTime), time::choose::page, time::choose::choose),
        only_posted("/student/{student}/time/give-back", Permission(Action::ChooseTime), time::choose::give_back),
        page("/student/{student}/time/calendar", Permission(Action::ChooseTime), time::calendar::of_student),
        page("/calendar/{calendar}", Nothing, time::calendar::feed),
        // Family
        page("/student/{student}", Permission(Action::SeeStudent), family::student::page),
        page("/student/{student}/family", Permission(Action::OpenToFamily), family::kin::page),
        form("/student/{student}/grants", Permission(Action::OpenToFamily), family::letter::form, family::letter::make),
        form("/grant", Nothing, family::coming_in::code_page, family::coming_in::by_code).taking(Words),
        only_posted("/grant/ask", Nothing, family::asking_anew::ask),
        form("/grant/{grant}", Nothing, family::coming_in::by_link, family::coming_in::by_link_instead),
        only_posted("/grant/{grant}/end", Permission(Action::OpenToFamily), family::coming_in::end),
        // Demo
        page("/components", Nothing, components::page),
        form("/components/form", Nothing, components::form::page, components::form::again),
        only_posted("/demo/sign-in", Nothing, entry::demo::sign_in),
    ]
}

/// What every handler stands behind: forms from our own pages only, each done once, and an answer whatever happens.
pub fn answering(router: Router<Services>, services: &Services) -> Router<Services> {
    router
        .layer(axum::middleware::from_fn_with_state(services.clone(), family::visiting::note_visits))
        .layer(axum::middleware::from_fn_with_state(services.clone(), record::opening::note_openings))
        .layer(axum::middleware::from_fn_with_state(services.clone(), account::last_used::note_use))
        .layer(axum::middleware::from_fn_with_state(services.clone(), middleware::csrf))
        .layer(axum::middleware::from_fn_with_state(services.clone(), middleware::known_host))
        // Inside what dresses refusals, so that whoever meets a panic gets their words back.
        .layer(CatchPanicLayer::custom(|_| Refusal::trouble("a handler panicked").into_response()))
        .layer(axum::middleware::from_fn_with_state(services.clone(), error_pages))
}

/// What is no page (`compress`) is compressed as it is sent, by gzip: brotli takes longer than making it, and is for what is
/// compressed once, when the site is built. A recording is small already, and its parts are counted in bytes.
fn compression() -> CompressionLayer<impl Predicate> {
    CompressionLayer::new().no_br().compress_when(DefaultPredicate::new().and(NotForContentType::const_new("audio/")))
}

/// The whole program as one service.
pub fn router(services: Services) -> Router {
    // Pages are rendered on tokio; that somebody has said so before is no problem.
    let _ = any_spawner::Executor::init_tokio();
    let readiness = Readiness::default();
    let mut router = Router::new();
    for route in routes() {
        router = router.route(route.path, route.bounded());
    }
    let router =
        router.fallback(family::coming_in::by_changed_link).method_not_allowed_fallback(|| async { Refusal::NotFound });
    let router = answering(router, &services);
    let inside = router.clone().with_state(services.clone());
    let inside = PagesInside::new(move |request| {
        let inside = inside.clone();
        Box::pin(async move {
            match inside.oneshot(request).await {
                Ok(page) => page,
                Err(never) => match never {},
            }
        })
    });
    router
        .layer(Extension(inside))
        .layer(axum::middleware::from_fn(compress::pages))
        .layer(compression())
        .layer(CatchPanicLayer::custom(|_| Refusal::trouble("a handler panicked").into_response()))
        .layer(axum::extract::DefaultBodyLimit::disable())
        .layer(axum::middleware::from_fn_with_state(Turns::new(services.settings.cookie()), in_turn))
        .merge(crate::site::routes())
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(move |State(services): State<Services>| readiness.clone().answer(services)))
        .layer(axum::middleware::from_fn_with_state(services.clone(), middleware::security_headers))
        .layer(axum::middleware::from_fn(middleware::log_requests))
        .layer(axum::middleware::from_fn(metrics::count_requests))
        .with_state(services)
}
