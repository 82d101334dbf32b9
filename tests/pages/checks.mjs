// What every page must hold, in each width, colour scheme and language. Each check returns sentences about what is wrong.

import { AxeBuilder } from '@axe-core/playwright'

const budget = 100_000

// WCAG 2.2, levels A and AA, and axe's own best practices. Only what it calls serious or critical counts.
const grave = ['serious', 'critical']

/** Opens a page and notes what goes wrong while it loads. The status of the page itself is part of what is expected. */
export async function open(page, address, status = 200) {
  const wrong = []
  const host = new URL(address).host
  const onConsole = message => {
    // Chromium reports the status of a page about a mistake as an error.
    if (message.type() === 'error' && !(status >= 400 && message.location().url === address)) wrong.push(`console: ${message.text()}`)
  }
  const onError = error => wrong.push(`script error: ${error.message}`)
  const onRequest = request => {
    const url = new URL(request.url())
    if (url.host !== host && url.protocol !== 'data:') wrong.push(`request to another host: ${url}`)
  }
  const onFailed = request => wrong.push(`request failed: ${request.url()}`)
  const onResponse = response => {
    if (response.status() >= 400 && response.url() !== address) wrong.push(`status ${response.status()}: ${response.url()}`)
  }
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest).on('requestfailed', onFailed).on('response', onResponse)
  const response = await page.goto(address, { waitUntil: 'load' })
  wrong.push(...(await pictures(page)))
  page.off('console', onConsole).off('pageerror', onError).off('request', onRequest).off('requestfailed', onFailed)
  page.off('response', onResponse)
  if (response.status() !== status) wrong.push(`status ${response.status()} instead of ${status}`)
  return { wrong, html: await response.text() }
}

/** Pictures that load only when they are scrolled to are loaded, too. */
async function pictures(page) {
  return page.evaluate(async () => {
    const wrong = []
    for (const image of document.images) {
      image.loading = 'eager'
      await image.decode().catch(() => wrong.push(`picture does not load: ${image.src}`))
      if (!image.alt) wrong.push(`picture without a text: ${image.src}`)
    }
    return wrong
  })
}

export function size(html) {
  const bytes = Buffer.byteLength(html)
  return bytes < budget ? [] : [`HTML of ${bytes} bytes: less than ${budget} are allowed`]
}

/** No script and no style in the page: a policy that forbids both can stand, and scripts switched off change nothing. */
export async function scripts(page) {
  const count = await page.locator('script, [onclick], [onload], [onchange], [onsubmit]').count()
  return count ? [`${count} scripts`] : []
}

export async function language(page, lang) {
  const [found, direction] = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction])
  const wrong = found === lang ? [] : [`language ${found} instead of ${lang}`]
  return direction === (lang === 'ar' ? 'rtl' : 'ltr') ? wrong : [...wrong, `direction ${direction}`]
}

/** The window does not scroll sideways, and nothing sticks out of it except within a region that scrolls by itself. */
export async function width(page) {
  return page.evaluate(() => {
    const root = document.documentElement
    const most = root.clientWidth
    if (root.scrollWidth <= most) return []
    const out = [...document.body.querySelectorAll('*:not(.scroll *, pre *, .skip)')]
      .filter(e => e.getBoundingClientRect().right > most + 1 || e.getBoundingClientRect().left < -1)
      .map(e => `${e.tagName.toLowerCase()}.${e.className} "${e.textContent.trim().slice(0, 40)}"`)
    return [`scrolls sideways: ${root.scrollWidth} > ${most}: ${out.slice(0, 3).join('; ')}`]
  })
}

/** No word at the head of a row and no day is broken over two lines, and days are read from left to right among Arabic words, too. */
export async function lines(page) {
  return page.evaluate(() => {
    const wrong = []
    const look = (root, pattern, what) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node; (node = walker.nextNode()); )
        for (const { index, 0: found } of node.data.matchAll(pattern)) {
          const range = document.createRange()
          const [start, end] = [index, index + found.length - 1].map(at => {
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            return range.getBoundingClientRect()
          })
          if (what === 'day' && start.top === end.top && start.left > end.left) wrong.push(`day is reversed: ${found}`)
          range.setStart(node, index)
          range.setEnd(node, index + found.length)
          if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) wrong.push(`${what} is broken: ${found}`)
        }
    }
    for (const head of document.querySelectorAll('main th[scope=row]')) look(head, /\p{L}+/gu, 'word')
    for (const part of document.querySelectorAll('main :is(td, th, li, p:not(.picture), dd, h2)')) look(part, /(?<![\w=/-])\d{4}-\d\d-\d\d(?![\w-])/g, 'day')
    return [...new Set(wrong)].slice(0, 3)
  })
}

/** On paper there is nothing that can only be used on a screen, and no ground hides the lines of a table. */
export async function paper(page) {
  await page.emulateMedia({ media: 'print' })
  const wrong = await page.evaluate(() => [
    ...[...document.querySelectorAll('header, form, .links, .skip')]
      .filter(e => getComputedStyle(e).display !== 'none')
      .map(e => `printed: ${e.tagName.toLowerCase()}.${e.className}`),
    ...[...document.querySelectorAll('.scroll tbody th')].filter(e => getComputedStyle(e).position !== 'static').map(() => 'printed: a fixed column'),
  ])
  await page.emulateMedia({ media: 'screen' })
  return [...new Set(wrong)]
}

/** Nothing moves when pictures arrive late. */
export async function shifts(page, address) {
  await page.route(/\.svg\?|\.svg$/, async route => {
    await new Promise(done => setTimeout(done, 700))
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(1_500)
  const moved = await page.evaluate(
    () =>
      new Promise(done => {
        new PerformanceObserver(list => done(list.getEntries().reduce((sum, e) => sum + e.value, 0))).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => done(0), 500)
      }),
  )
  // What Chromium calls good.
  return moved < 0.1 ? [] : [`layout shift of ${moved.toFixed(2)}`]
}

/** What axe finds by some rules; without any, by all. */
export async function accessibility(page, rules = []) {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(v => grave.includes(v.impact))
    .map(v => `axe ${v.impact} ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')} (${v.nodes.length})`)
}

/** With the keyboard alone: the first stop skips to the content, the search box can be reached and used, and focus can be seen. */
export async function keyboard(page, address) {
  const wrong = []
  const here = () =>
    page.evaluate(() => {
      const element = document.activeElement
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const seen = box.width > 0 && box.bottom > 0 && box.right > 0 && box.left < innerWidth && box.top < innerHeight
      const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      const text = (element.textContent || element.name || '').trim().slice(0, 40)
      return { tag: element.tagName, name: element.name, inMain: !!element.closest('main'), skips: element.matches('.skip'), seen, marked, text }
    })
  await page.goto(address)
  if (await page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count()) wrong.push('the order of tabs is changed')

  await page.keyboard.press('Tab')
  const first = await here()
  if (!first.skips || !first.seen) return [...wrong, `the first stop is no visible skip link but ${first.tag} "${first.text}"`]
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const next = await here()
  if (!next.inMain) wrong.push(`after the skip link, focus is not in the content but at ${next.tag} "${next.text}"`)

  await page.goto(address)
  let found = false
  for (let stops = 0; stops < 25 && !found; stops++) {
    await page.keyboard.press('Tab')
    const stop = await here()
    if (!stop.seen) wrong.push(`focus cannot be seen: ${stop.tag} "${stop.text}" is outside the window`)
    if (!stop.marked) wrong.push(`focus cannot be seen: ${stop.tag} "${stop.text}" has no outline`)
    found = stop.tag === 'INPUT' && stop.name === 'q'
  }
  if (!found) return [...wrong, 'no search box within 25 stops']
  await page.keyboard.press('Control+A')
  await page.keyboard.type('UNTOC')
  await Promise.all([page.waitForURL(/\/search\?q=UNTOC/, { timeout: 20_000 }), page.keyboard.press('Enter')])
  if (!(await page.locator('main a[href*="/treaties/untoc"]').count())) wrong.push('a search by keyboard does not find UNTOC')
  return wrong
}

/** What each check must notice: its name, a part of the sentence, what is added to a page, and the check. */
export const breaks = [
  ['console', 'console: ', '<script>console.error("boo")</script>', open],
  ['script', 'scripts', '<script>1</script>', scripts],
  ['another host', 'another host', '<img alt="x" src="http://localhost.invalid/x.png">', open],
  ['picture', 'picture does not load', '<img alt="x" src="/v1/treaties/none/map.svg">', open],
  ['width', 'scrolls sideways', '<p style="width: 2000px">wide</p>', width],
  ['word', 'word is broken', '<table><tr><th scope="row"><p style="width: 2em; overflow-wrap: anywhere">Protocol</p></th></tr></table>', lines],
  ['day', 'day is broken', '<p style="width: 6em">It is 2026-11-29</p>', lines],
  ['direction of a day', 'day is reversed', '<p dir="rtl">\u0637\u0631\u0641 2026-11-29</p>', lines],
  ['print', 'printed: form', '<style>form { display: flex !important }</style>', paper],
  ['shift', 'layout shift', '<style>@keyframes late { to { margin-block-start: 300px } } main { animation: late .1s steps(1) .5s forwards }</style>', shifts],
  ['contrast', 'color-contrast', '<p style="color: #ddd; background: #fff">pale</p>', accessibility],
  ['label', 'axe critical label', '<input>', accessibility],
  ['size', 'HTML of', `<!--${'x'.repeat(budget)}-->`, size],
  ['focus', 'has no outline', '<style>:focus-visible { outline: 0 !important }</style>', keyboard],
  ['tab order', 'the first stop', '<a href="/" tabindex="1">x</a>', keyboard],
  ['skip link', 'not in the content', '<style>main { display: none }</style>', keyboard],
  ['search box', 'no search box', '<style>form { display: none }</style>', keyboard],
  ['language', 'language en instead of ar', '', page => language(page, 'ar')],
]

/** Breaks a copy of a page, and says if the check does not notice it. */
export async function prove(context, address, [what, expected, html, check]) {
  const page = await context.newPage()
  await page.route(address, async route => {
    const response = await route.fetch()
    // Without its Content-Security-Policy, where that would stop what the break does.
    const headers = { ...response.headers(), ...(check === open ? {} : { 'content-security-policy': '' }) }
    await route.fulfill({ response, headers, body: (await response.text()).replace('</main>', `${html}</main>`) })
  })
  let wrong
  if (check === keyboard || check === shifts) wrong = await check(page, address)
  else {
    const opened = await open(page, address)
    wrong = check === open ? opened.wrong : check === size ? size(opened.html) : await check(page)
  }
  await page.close()
  return wrong.some(w => w.includes(expected)) ? [] : [`not noticed: ${what} (found: ${wrong.join('; ') || 'nothing'})`]
}
