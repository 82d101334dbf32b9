#!/usr/bin/env node
// The pages in Chromium: each kind of page at 390 and 1280 pixels, light and dark, in English and Arabic; in print; with late pictures;
// with scripts off; by keyboard; and ten questions, answered in at most two clicks, compared with the API.
//
// Usage: node tests/pages/run.mjs [--address ADDRESS of a running service] [--only NAME of a kind of page]
//     [--pictures DIRECTORY for screenshots]
// Needs a Debug build, chromium (CHROMIUM names another one), and 'npm ci --prefix tests/pages'.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { accessibility, breaks, keyboard, language, lines, open, paper, prove, scripts, shifts, size, width } from './checks.mjs'
import { ask, questions } from './questions.mjs'
import { start } from './service.mjs'

const { values: options } = parseArgs({
  options: { address: { type: 'string' }, only: { type: 'string' }, pictures: { type: 'string' } },
})
const year = new Date().getUTCFullYear() - 1

// Every kind of page; the status where it is not 200.
const kinds = [
  ['home', '/'],
  ['treaties', '/treaties'],
  ['treaty', '/treaties/untoc'],
  ['treaty-filtered', '/treaties/rome-statute?standing=former-party&asOf=2020-01-01'],
  ['participation', '/treaties/rome-statute/states/PHL'],
  ['states', '/states'],
  ['state', '/states/JPN'],
  ['state-none', '/states/JPN?show=none'],
  ['compare', '/compare'],
  ['compare-treaties', '/compare?treaty=untoc-trafficking&treaty=untoc-smuggling&treaty=untoc-firearms'],
  ['compare-states', '/compare?state=DEU&state=VNM'],
  ['compare-states-all', '/compare?state=DEU&state=VNM&all=true'],
  ['compare-between', '/compare?treaty=untoc&state=DEU&state=VNM'],
  ['changes', `/changes?from=${year}-01-01&to=${year}-12-31`],
  ['search', '/search?q=corruption'],
  ['search-misspelt', '/search?q=korruptoin'],
  ['unknown-treaty', '/treaties/untok', 404],
  ['unknown-address', '/nothing', 404],
  ['bad-day', '/treaties/untoc?asOf=yesterday', 400],
  ['docs', '/docs/counts'],
  ['problems', '/problems'],
  ['problem', '/problems/not-found'],
]

// They are made of the same parts as others: axe would find the same.
const alike = ['compare-states-all', 'treaty-filtered']

const narrow = { width: 390, height: 844 }
const wide = { width: 1280, height: 900 }

// Each language meets each width, and each width each colour scheme. axe looks at the whole once a language, and at what widths and
// colours change once more; Russian has the longest words.
const changing = ['color-contrast', 'target-size', 'scrollable-region-focusable']
const modes = [
  { lang: 'en', views: [{ viewport: narrow, scheme: 'light', axe: [] }, { viewport: wide, scheme: 'dark', axe: changing }] },
  { lang: 'ar', views: [{ viewport: narrow, scheme: 'dark', axe: [] }, { viewport: wide, scheme: 'light' }] },
  { lang: 'ru', views: [{ viewport: narrow, scheme: 'light' }] },
]

const began = Date.now()
const wrong = []
const service = options.address ? { address: options.address, stop() {} } : await start()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

const at = path => new URL(path, service.address).href

const note = (what, sentences) => {
  for (const sentence of sentences) {
    wrong.push(`${what}: ${sentence}`)
    console.log(`wrong: ${what}: ${sentence}`)
  }
}

async function picture(page, name) {
  if (!options.pictures) return
  mkdirSync(options.pictures, { recursive: true })
  await page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: true })
}

async function look(context, [name, path, status], { lang, views }) {
  const page = await context.newPage()
  const what = `${name}, ${lang}`
  const address = at(lang === 'en' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
  for (const [index, { viewport, scheme, axe }] of views.entries()) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: scheme })
    if (index === 0) {
      const opened = await open(page, address, status)
      note(what, [...opened.wrong, ...size(opened.html), ...(await scripts(page)), ...(await language(page, lang))])
    }
    const view = `${what}, ${viewport.width}, ${scheme}`
    note(view, [...(await width(page)), ...(await lines(page)), ...(await paper(page))])
    if (axe && !alike.includes(name)) note(view, await accessibility(page, axe))
    await picture(page, `${name}-${lang}-${viewport.width}-${scheme}`)
  }
  await page.close()
}

async function swagger(context) {
  const page = await context.newPage()
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    const what = `Swagger UI, ${viewport.width}`
    const shown = page.waitForEvent('response', r => r.url().endsWith('/openapi.json') || r.url().endsWith('/openapi.yaml'))
    const [opened] = await Promise.all([open(page, at('/swagger/index.html')), shown])
    note(what, opened.wrong)
    for (const selector of ['.auth-wrapper .authorize', 'input.operation-filter-input', '.opblock'])
      await page.waitForSelector(selector, { timeout: 20_000 }).catch(() => note(what, [`no ${selector}`]))
    await picture(page, `swagger-${viewport.width}`)
  }
  await page.close()
}

/** Works on the tasks, two at a time: this machine and the service share the processors. */
async function inTurn(tasks) {
  const worker = async () => {
    for (let task; (task = tasks.shift()); )
      await task().catch(error => note('error', [error.stack]))
  }
  await Promise.all([worker(), worker()])
}

const part = async (name, tasks) => {
  const start = Date.now()
  const count = tasks.length
  await inTurn(tasks)
  console.log(`${name}: ${count} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
}

try {
  const context = await browser.newContext()
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: wide })
  context.setDefaultTimeout(60_000)
  plain.setDefaultTimeout(60_000)
  await part('Checks on broken pages', breaks.map(broken => async () => note('checks', await prove(context, at('/problems/not-found'), broken))))
  await part('Pages', kinds.filter(([name]) => name === (options.only ?? name)).flatMap(kind => modes.map(mode => () => look(context, kind, mode))))
  await part('Late pictures', ['/treaties/untoc', '/states/JPN', '/compare?treaty=untoc&treaty=uncac'].map(path => async () => {
    const page = await context.newPage()
    await page.setViewportSize(narrow)
    note(`late pictures, ${path}`, await shifts(page, at(path)))
    await page.close()
  }))
  await part('Keyboard', ['/', '/treaties/untoc?lang=ar'].map(path => async () => {
    const page = await plain.newPage()
    note(`keyboard, ${path}`, await keyboard(page, at(path)))
    await page.close()
  }))
  await part('Questions, scripts off', questions.map(question => async () => {
    const page = await plain.newPage()
    const { wrong, answer } = await ask(page, at('/'), question)
    note(question.name, wrong)
    console.log(`${question.name} ${answer}`)
    await page.close()
  }))
  await part('Swagger UI', [() => swagger(context)])
} finally {
  await browser.close()
  await service.stop()
}
console.log(`${wrong.length} wrong, after ${((Date.now() - began) / 1000).toFixed(0)} s`)
process.exit(wrong.length ? 1 : 0)
