// Questions people ask, answered by clicking from the home page, and the same from the API, asked at the same time.

const year = new Date().getUTCFullYear() - 1

const text = async (page, selector) => (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim()

const texts = async (page, selector) => (await page.locator(selector).allInnerTexts()).map(t => t.replace(/\s+/g, ' ').trim())

/** The cells of the rows of a table. */
const rows = (page, selector) =>
  page.locator(`${selector} tbody tr`).evaluateAll(all => all.map(row => [...row.cells].map(c => c.innerText.replace(/\s+/g, ' ').trim())))

const number = text => Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', ''))

const sorted = all => [...all].sort()

/**
 * Each question gives `ask`, the clicks (at most two; a search, typed and sent, is one), and `page` and `api`, which read the answer
 * from the page and from the API. Both must be alike, and not empty.
 */
export const questions = [
  {
    name: 'How many parties has UNTOC?',
    ask: [by => by.search('UNTOC'), by => by.link('United Nations Convention against Transnational Organized Crime')],
    page: async page => number(await text(page, '.figure strong')),
    api: async get => (await get('/v1/treaties/untoc/counts')).parties,
  },
  {
    name: 'Which UN Members are missing from UNCAC?',
    ask: [by => by.link(/Convention against Corruption: which United Nations Members/)],
    page: async page => sorted(await texts(page, '#missing + p + ul.names > li > a')),
    api: async get => (await all(get, '/v1/treaties/uncac/non-parties?among=un-members')).map(i => i.name).sort(),
  },
  {
    name: 'When did Japan join each treaty?',
    ask: [by => by.link(/Japan: when did it join/)],
    page: async page => sorted((await rows(page, 'table.status')).map(r => r[3]).flatMap(c => c.match(/^\d{4}-\d\d-\d\d/) ?? [])),
    api: async get => (await all(get, '/v1/states/JPN/participations')).flatMap(i => i.status.consentOn ?? []).sort(),
  },
  {
    name: 'How did UNTOC grow?',
    ask: [by => by.link(/Organized Crime Convention: how did it grow/)],
    page: async (page, get) => {
      const picture = page.locator('#growth + p img, #growth + p picture img').first()
      await picture.scrollIntoViewIfNeeded()
      const svg = await (await get.raw(await picture.getAttribute('src'))).text()
      return number(/Parties: \d+/.exec(svg)?.[0] ?? '')
    },
    api: async get => (await get('/v1/treaties/untoc/counts')).parties,
  },
  {
    name: 'How do the three protocols to UNTOC compare?',
    ask: [by => by.link(/How do the three protocols/)],
    page: async page => (await rows(page, 'table.numbers'))[0].slice(1).map(number),
    api: async get =>
      Promise.all(['trafficking', 'smuggling', 'firearms'].map(async p => (await get(`/v1/treaties/untoc-${p}/counts`)).parties)),
  },
  {
    name: 'Which treaties has Japan not joined?',
    ask: [by => by.link(/Japan: which treaties has it not joined/)],
    page: async page => sorted(await page.locator('ul.names > li > a').evaluateAll(a => a.map(l => l.pathname.split('/')[2]))),
    api: async get => (await all(get, '/v1/states/JPN/participations?standing=none')).map(i => i.treaty).sort(),
  },
  {
    name: 'Is UNTOC in force between Germany and Viet Nam, and since when?',
    ask: [by => by.link(/in force between Germany and Viet Nam/)],
    page: async page => {
      const [, answer, day] = /^(Yes|No)\b.*?(\d{1,2} \w+ \d{4})/i.exec(await text(page, '.figure > p')) ?? []
      return [/yes/i.test(answer), day && new Date(`${day} UTC`).toISOString().slice(0, 10)]
    },
    api: async get => {
      const { inForce, since } = await get('/v1/between/DEU/VNM/untoc')
      return [inForce, since]
    },
  },
  {
    name: 'Who left the Rome Statute?',
    ask: [by => by.link(/Rome Statute: who left/)],
    page: async page => sorted((await rows(page, 'table.status')).map(r => r[0])),
    api: async get => (await all(get, '/v1/treaties/rome-statute/parties?standing=former-party')).map(i => i.name).sort(),
  },
  {
    name: 'Which members of the EU are party to the Firearms Protocol?',
    ask: [by => by.link(/which members are parties \(European Union\)/)],
    page: async page => sorted((await rows(page, 'table.status')).map(r => r[0])),
    api: async get => (await all(get, '/v1/treaties/untoc-firearms/parties?memberOf=EUU&standing=party')).map(i => i.name).sort(),
  },
  {
    name: `What changed in ${year}?`,
    ask: [by => by.link(`What changed in ${year}?`)],
    page: async page => (await rows(page, 'table.numbers')).slice(0, 2).map(r => number(r[1])),
    api: async get => {
      const changes = await all(get, `/v1/changes?from=${year}-01-01&to=${year}-12-31`)
      return [changes.length, changes.reduce((sum, c) => sum + c.consented.length, 0)]
    },
  },
]

/** All items of a list. */
async function all(get, path) {
  const items = []
  for (let next; ; ) {
    const answer = await get(`${path}${path.includes('?') ? '&' : '?'}limit=500${next ? `&cursor=${next}` : ''}`)
    items.push(...answer.items)
    next = answer.next
    if (!next) return items
  }
}

/** Asks a question on the pages and at the API, and returns sentences about what is wrong. */
export async function ask(page, address, question) {
  const raw = path => fetch(new URL(path, address))
  const get = async path => {
    const answer = await raw(path)
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return answer.json()
  }
  get.raw = raw
  await page.goto(address)
  let clicks = 0
  const by = {
    async search(words) {
      await page.getByRole('searchbox').first().fill(words)
      await page.getByRole('searchbox').first().press('Enter')
      await page.waitForURL(/\/search\?/)
    },
    async link(name) {
      const before = page.url()
      await page.getByRole('main').getByRole('link', { name }).first().click({ timeout: 10_000 })
      await page.waitForURL(url => url.href !== before)
      await page.waitForLoadState()
    },
  }
  for (const click of question.ask) await click(by), clicks++
  const [found, expected] = [await question.page(page, get), await question.api(get)]
  const wrong = clicks > 2 ? [`${clicks} clicks`] : []
  if (expected == null || expected.length === 0) wrong.push('the API gives no answer')
  if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push(`the page says ${cut(found)}, the API ${cut(expected)}`)
  return { wrong, answer: cut(expected) }
}

const cut = value => {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > 100 ? `${json.slice(0, 100)}… (${value.length})` : json
}
