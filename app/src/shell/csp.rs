//! Content-Security-Policy: what each kind of answer may load and run. It is said here and nowhere else.

/// Of an answer that is no page: a file of somebody's, a notice. Opened by itself it is nothing and nobody.
pub const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Of the worker that keeps a conference on a device. A worker lives by the policy it came with, not by its page's.
pub const WORKER: &str = "default-src 'none'; connect-src 'self'";

/// Of a reading page: no script at all, and nothing from anywhere else.
pub(super) const NO_SCRIPTS: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Of a page that adds work, or reads itself aloud: a small file of ours, which asks for nothing.
pub(super) const OWN_SCRIPTS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Of a page on which people write together: our own files only.
pub(super) const EDITOR: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    style-src 'self'; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Of a page with islands: no script runs but this very page's.
pub(super) fn islands(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'"
    )
}
