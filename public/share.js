// A link that is sent on (family/letter.rs): where the device has a way to share, a button hands it over. Without this there are
// links for a message and a mail, and the address to be copied.
"use strict";

for (const button of document.querySelectorAll("button[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
        // Whoever changes their mind is no trouble.
        navigator.share({ text: button.dataset.share }).catch(() => {});
    });
}
