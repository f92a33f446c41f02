// A form that is nothing but a field for files (work/quick.rs): it is sent as soon as something is in the field, whether that was
// chosen, dropped on the form, or pasted anywhere on the page. Without this there is a button.
"use strict";

// A spreadsheet and a word processor add a picture of what was copied: where there are words, they are what is pasted. A file
// that was copied where files are listed brings its own name, or its address, as words, and stays a file.
function areWords(words, files) {
    const names = [...files].map((file) => file.name);
    return words.split(/\r?\n/).some((line) => {
        line = line.trim();
        return line && !line.startsWith("file://") && !names.includes(line.split(/[/\\]/).pop());
    });
}

for (const form of document.querySelectorAll("form.quick")) {
    const field = form.querySelector("input[type=file]");
    const news = form.querySelector(".quick__news");
    let isSending = false;
    const say = (sending) => {
        isSending = sending;
        form.classList.toggle("quick--sending", sending);
        news.textContent = sending ? news.dataset.sending : "";
    };
    // Sent once: a second choice while the first is on its way would break it off.
    const send = () => {
        if (isSending || !field.files.length) return;
        say(true);
        if (form.requestSubmit) form.requestSubmit();
        else form.submit();
    };
    const take = (event, files) => {
        event.preventDefault();
        field.files = files;
        send();
    };
    form.classList.add("quick--at-once");
    field.addEventListener("change", send);
    form.addEventListener("dragover", (event) => {
        event.preventDefault();
        form.classList.add("quick--over");
    });
    form.addEventListener("dragleave", () => form.classList.remove("quick--over"));
    form.addEventListener("drop", (event) => {
        event.preventDefault();
        form.classList.remove("quick--over");
        const files = event.dataTransfer && event.dataTransfer.files;
        if (files && files.length && !isSending) take(event, files);
    });
    window.addEventListener("paste", (event) => {
        const brought = event.clipboardData;
        if (!brought || !brought.files.length || isSending) return;
        if (!areWords(brought.getData("text/plain"), brought.files)) take(event, brought.files);
    });
    // Back from the next page, the browser may show this one as it was left.
    window.addEventListener("pageshow", (event) => {
        if (!event.persisted) return;
        say(false);
        field.value = "";
    });
}
