// The page comes back by itself. The framework tries to reach its circuit again for a while, then another one in the same page; where the
// server knows of neither (it was started anew), the page is loaded again at the same address, with what was typed and the files that were
// on their way.
import { announce, carryOver, remember } from "./drafts.js";
import { putAway } from "./uploads.js";

const pause = 5_000;
const notice = document.getElementById("components-reconnect-modal");
const failure = document.getElementById("blazor-error-ui");
const unheard = new Set();
let isDown = false;

const comeBack = async () => {
  await putAway().catch(() => {});
  carryOver();
  location.reload();
};

const tryAgain = async () => {
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      await comeBack();
    }
  } catch { // nobody answers
    await Promise.race([
      new Promise((resolve) => setTimeout(resolve, pause)),
      new Promise((resolve) => window.addEventListener("online", resolve, { once: true })),
    ]);
    if (isDown) {
      await tryAgain();
    }
  }
};

// What was done while nobody heard it failed, which is no fault of the page's; what was typed is told now.
const catchUp = () => {
  failure.style.display = "";
  unheard.forEach(announce);
  unheard.clear();
};

notice.addEventListener("components-reconnect-state-changed", ({ detail: { state } }) => {
  isDown = state !== "hide";
  switch (state) {
    case "show":
      remember();
      break;
    case "hide":
      catchUp();
      break;
    case "failed":
    case "resume-failed":
      tryAgain();
      break;
    case "rejected":
      comeBack();
      break;
  }
});

document.addEventListener("input", ({ target }) => {
  if (isDown) {
    unheard.add(target);
    remember();
  }
});
