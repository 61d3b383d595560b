// Swagger UI in a browser without a window: sign in, open an operation, fill something in, press, read the answer.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const PATIENCE = 30_000;
const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

/** Opens Swagger UI of a service, signed in with a token. */
export async function open(base, token) {
  const browser = await chromium.launch({
    executablePath: installed(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.setDefaultTimeout(PATIENCE);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${base}/swagger-ui.html`);
  await page.locator(".btn.authorize").first().click();
  await page.getByLabel("auth-bearer-value").fill(token);
  await page.locator(".auth-container", { has: page.getByLabel("auth-bearer-value") }).locator(".btn.authorize").click();
  await page.locator(".btn-done").first().click();
  return {
    operation: (id) => operation(page, id),
    faults,
    close: () => browser.close(),
  };
}

async function operation(page, id) {
  const block = page.locator(`.opblock[id$="-${id}"]`);
  if (!(await block.evaluate((element) => element.classList.contains("is-open")))) {
    await block.locator(".opblock-summary-control").click();
  }
  await block.locator(".execute-wrapper .execute, .btn.execute").first().waitFor();
  return {
    /** Writes into a parameter's field. */
    fill: (parameter, value) => block.locator(`tr[data-param-name="${parameter}"] input`).fill(value),
    /** Replaces the body. */
    write: (body) => block.locator("textarea.body-param__text").fill(body),
    /** Chooses the content type that is sent. */
    send: (type) => block.getByLabel("Request content type").selectOption(type),
    /** Chooses the content type that is asked for. */
    ask: (type) => block.locator(".responses-wrapper .content-type").first().selectOption(type),
    /** Chooses a file. */
    attach: (file) => block.locator('input[type="file"]').setInputFiles(file),
    press: () => press(page, block),
    close: () => block.locator(".opblock-summary-control").click(),
  };
}

/** What was answered, and what the page shows of it. */
async function press(page, block) {
  const answered = page.waitForResponse((response) => !response.url().includes("swagger-ui"), { timeout: PATIENCE });
  // A field that was filled in wrongly, as the page sees it, is marked, and nothing is sent.
  answered.catch(() => {});
  await block.locator(".btn.execute").click();
  const response = await answered;
  const status = response.status();
  const shown = block.locator(".live-responses-table .response-col_status").last();
  await shown.filter({ hasText: String(status) }).waitFor();
  return {
    status,
    tag: response.headers()["etag"],
    body: await response.text().catch(() => ""),
    address: `${response.request().method()} ${new URL(response.url()).pathname}`,
  };
}

function installed() {
  const folders = process.env.PATH.split(delimiter);
  const found = BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (found === undefined) {
    throw new Error(`missing: one of ${BROWSERS.join(", ")}`);
  }
  return found;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
