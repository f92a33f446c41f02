//! Draws a document for the tests, as `kinfolio draw-document` does for the program.

fn main() -> std::process::ExitCode {
    kinfolio::media::draw_document_alone()
}
