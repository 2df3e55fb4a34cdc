/** What the command line offers: each command with what it takes. What it does is in the file of its name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { packageRoot } from '../knowledge.js';
import {
  asOfOption,
  dateOption,
  deadlineOption,
  gathered,
  inputFormat,
  jobsOption,
  percentage,
  portNumber,
  positiveNumber,
  recordOption,
  wholeNumber,
} from './options.js';
import { tellError } from './print.js';

const WHAT_IS_READ =
  'files (text, HTML, Word, PDF, feeds, JSONL), folders or patterns of names; standard input where none is named';

/** Makes of a command's work what is done when it is called: its exit code is the outcome. */
type Does = <A extends unknown[]>(work: (...args: A) => Promise<number>) => (...args: A) => Promise<void>;

/** All commands, in the order of the flow. A test holds the README to this list. */
export function program(outcome: { code: number }): Command {
  const does: Does =
    work =>
    async (...args) => {
      outcome.code = await work(...args);
    };
  const upperhand = new Command('upperhand')
    .description('Reads what is written about two countries, keeps the record, and measures who has the upper hand.')
    .version(versionOf())
    .exitOverride()
    .configureOutput({ outputError: text => tellError(text.replace(/^error: /, '')) });

  readingCommands(upperhand, does);
  askingCommands(upperhand, does);
  keepingCommands(upperhand, does);
  return upperhand;
}

/** What articles say, and what is kept of it. */
function readingCommands(upperhand: Command, does: Does): void {
  upperhand
    .command('read')
    .description('read articles and print what they claim; touches no record')
    .argument('[files...]', WHAT_IS_READ)
    .addOption(inputFormat())
    .addOption(
      new Option('--output-format <format>', 'how to print').choices(['json', 'jsonl', 'text']).default('json'),
    )
    .addOption(dateOption())
    .addOption(jobsOption())
    .addOption(deadlineOption())
    .option('--explain', 'with each action: the words, the frame and the rule that decided')
    .action(does(async (files, options) => (await import('./read.js')).read(files, options)));

  upperhand
    .command('parse')
    .description('print the grammar of a text as CoNLL-U')
    .argument('[files...]', WHAT_IS_READ)
    .addOption(inputFormat())
    .addOption(jobsOption())
    .addOption(deadlineOption())
    .action(does(async (files, options) => (await import('./read.js')).parse(files, options)));

  upperhand
    .command('actors')
    .description('explain which country a phrase leads to, and why')
    .argument('<phrase>', 'a name, an office, a nationality: "the Russian foreign minister"')
    .addOption(dateOption())
    .option('--json', 'print JSON')
    .action(does(async (phrase, options) => (await import('./actors.js')).actors(phrase, options)));

  upperhand
    .command('add')
    .description('read articles and keep them in the record')
    .argument('[files...]', WHAT_IS_READ)
    .addOption(inputFormat())
    .addOption(dateOption())
    .addOption(jobsOption())
    .addOption(deadlineOption())
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (files, options) => (await import('./add.js')).add(files, options)));

  upperhand
    .command('import')
    .description('keep the rows of a data set in the record')
    .argument('<file>', 'a file in the format of the data set')
    .requiredOption('--dataset <name>', 'which data set it is; `--dataset list` names them')
    .option('--codes <file>', 'the table of country codes that comes with it (BACI)')
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (file, options) => (await import('./keep.js')).importRows(file, options)));
}

/** What the record answers. */
function askingCommands(upperhand: Command, does: Does): void {
  upperhand
    .command('check')
    .description('hold the claims of articles against the record and against arithmetic')
    .argument('[files...]', WHAT_IS_READ)
    .addOption(inputFormat())
    .addOption(dateOption())
    .addOption(deadlineOption())
    .addOption(asOfOption())
    .addOption(recordOption())
    .option('--strict', 'exit with 1 where anything differs')
    .option(
      '--claim-review [reviewer]',
      'print the checks that were approved (`decide approve`), by anybody or by one, as schema.org ClaimReview',
    )
    .option(
      '--approved <places>',
      'with --claim-review NAME: checks that NAME approves now, `START-END`, separated by commas',
    )
    .option('--json', 'print JSON')
    .action(does(async (files, options) => (await import('./measure.js')).check(files, options)));

  upperhand
    .command('balance')
    .description('measure who has the upper hand between two countries')
    .argument('<a>', 'a country, by name or ISO code')
    .argument('<b>', 'another country')
    .addOption(new Option('--year <year>', 'the year to measure').argParser(wholeNumber))
    .option('--flat', 'weigh all levers alike instead of groups first')
    .option(
      '--weights <weights>',
      'also with weights of your own, `economy=2,security=1`, a preset, or `all` presets',
      gathered,
    )
    .option('--robustness', 'also without each lever, source, year and fact in turn')
    .option('--movement', 'year by year, with what is behind each change')
    .addOption(new Option('--from <year>', 'the first year of the movement').argParser(wholeNumber))
    .addOption(new Option('--to <year>', 'its last year').argParser(wholeNumber))
    .addOption(new Option('--seed <number>', 'seed of the drawn weights (default: 1)').argParser(wholeNumber))
    .addOption(asOfOption())
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (a, b, options) => (await import('./measure.js')).balance(a, b, options)));

  upperhand
    .command('exit-cost')
    .description('what ending trade, or making it dearer or cheaper, would cost each side')
    .argument('<a>', 'a country, by name or ISO code')
    .argument('[b]', 'another country; none with --coalition or --all-partners')
    .option(
      '--trade <file>',
      'trade table (CSV), with a column sector where goods are told apart; default: the shipped rows',
    )
    .option('--gdp <file>', 'GDP table (CSV); default: the shipped rows')
    .addOption(new Option('--elasticity <number>', 'trade elasticity (default: 5)').argParser(positiveNumber))
    .option('--elasticities <file>', 'one trade elasticity for each sector (CSV: sector,elasticity)')
    .addOption(
      new Option('--deficits <treatment>', 'what happens to trade balances')
        .choices(['fixed', 'multiplicative', 'balanced'])
        .default('fixed'),
    )
    .addOption(
      new Option('--direction <direction>', 'which flows change, seen from the first country')
        .choices(['both', 'exports', 'imports'])
        .default('both'),
    )
    .option('--sectors <names>', 'only these sectors, with commas between them')
    .addOption(new Option('--tariff <percent>', 'instead of ending trade, a tariff on it').argParser(percentage))
    .addOption(new Option('--cost <percent>', 'instead of ending trade, a cost that nobody gets').argParser(percentage))
    .addOption(new Option('--discount <percent>', 'instead, a discount that the seller bears').argParser(percentage))
    .option(
      '--coalition <countries>',
      'several against the first, with commas between them; `sanctioning`: by the record',
    )
    .option('--all-partners', 'the first country and each of its partners, one at a time')
    .option('--range', 'also what published elasticities leave open')
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (a, b, options) => (await import('./exit-cost.js')).exitCost(a, b, options)));

  upperhand
    .command('dossier')
    .description('all that the record holds on a pair of countries, each number with its evidence')
    .argument('<a>', 'a country, by name or ISO code')
    .argument('<b>', 'another country')
    .option('-o, --output <file>', 'write one self-contained HTML file')
    .addOption(asOfOption())
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (a, b, options) => (await import('./measure.js')).dossier(a, b, options)));

  upperhand
    .command('ledger')
    .description('what took place between two countries, each event once, with its evidence and its name for `decide`')
    .argument('<a>', 'a country, by name or ISO code')
    .argument('<b>', 'another country')
    .argument('[subjects...]', 'meetings, agreements, sanctions, mediation, military, positions; none: all')
    .option('--since <day>', 'counted and listed from this day on, YYYY-MM-DD')
    .addOption(asOfOption())
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (a, b, subjects, options) => (await import('./ledger.js')).ledger(a, b, subjects, options)));

  upperhand
    .command('search')
    .description('find sentences of the kept articles, with what was read in them')
    .argument('[phrases...]', 'words, or "words in a row"; a sentence must have them all')
    .option('--actor <name>', 'those that name this country, person or organisation; several: all of them', gathered)
    .option('--kind <kind>', 'in which this was read: a kind of claim, a PLOVER type, a mode, a stance', gathered)
    .option('--from <day>', 'of articles published from this day on, YYYY-MM-DD')
    .option('--to <day>', 'of articles published to this day')
    .option('--outlet <name>', 'of publishers whose name has this in it')
    .option('--whole', 'whole words alone: `war` does not find "warned"')
    .option('--ids', 'with each claim the name by which `decide` knows it')
    .addOption(
      new Option('--context <characters>', 'one line a hit, the word in so much context').argParser(wholeNumber),
    )
    .addOption(new Option('--limit <number>', 'how many sentences to show').argParser(wholeNumber).default(20))
    .addOption(new Option('--offset <number>', 'how many to pass over').argParser(wholeNumber))
    .addOption(asOfOption())
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (phrases, options) => (await import('./search.js')).search(phrases, options)));

  upperhand
    .command('contradictions')
    .description('list what the kept articles contradict each other in, with all sides')
    .argument('[a]', 'a country, by name or ISO code; none: all')
    .argument('[b]', 'another country: what both are named in')
    .addOption(asOfOption())
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (a, b, options) => (await import('./contradictions.js')).contradictions(a, b, options)));
}

/** Correcting, guarding and serving the record. */
function keepingCommands(upperhand: Command, does: Does): void {
  upperhand
    .command('decide')
    .description('correct the record: reject, accept, correct, merge, split, add, note, approve, undo; `log` lists all')
    .argument('<verb>', 'what is decided, or `log`')
    .argument(
      '[targets...]',
      'claims (ARTICLE:CLAIM), events by id, `page:NAME`, a check (ARTICLE:START-END), a decision',
    )
    .option('--by <name>', 'who decides')
    .option('--reason <words>', 'why; the words of a note')
    .option('--set <field=value>', 'with correct and add: a field and its value', gathered)
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (verb, targets, options) => (await import('./decide.js')).decide(verb, targets, options)));

  upperhand
    .command('reread')
    .description('read the kept articles again with this version, and tell what changed')
    .option('--all', 'also those that this version has read')
    .addOption(jobsOption())
    .addOption(deadlineOption())
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async options => (await import('./reread.js')).reread(options)));

  upperhand
    .command('export')
    .description('print the whole record as canonical JSONL')
    .addOption(recordOption())
    .action(does(async options => (await import('./keep.js')).exportRecord(options)));

  upperhand
    .command('verify')
    .description('check hashes, spans and references of the record')
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async options => (await import('./keep.js')).verify(options)));

  upperhand
    .command('backup')
    .description('copy the record as it is at one moment, while it goes on being used, and verify the copy')
    .argument('<folder>', 'a new folder for the copy')
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (to, options) => (await import('./backup.js')).backup(to, options)));

  upperhand
    .command('restore')
    .description('make a record of a backup, verified before it takes its place')
    .argument('<folder>', 'a folder that `backup` wrote')
    .option('--replace', 'where there is a record already, put it aside')
    .addOption(recordOption())
    .option('--json', 'print JSON')
    .action(does(async (from, options) => (await import('./backup.js')).restore(from, options)));

  upperhand
    .command('serve')
    .description('serve the pages, on this machine alone unless told otherwise')
    .addOption(new Option('--port <number>', 'the port; another when it is taken').argParser(portNumber).default(4173))
    .option('--host <address>', 'let other machines in at this address; needs --token', '127.0.0.1')
    .option('--token <words>', 'what every visitor must bring, 16 characters or more; opened once as /?token=...')
    .addOption(recordOption())
    .action(does(async options => (await import('./serve.js')).serve(options)));
}

function versionOf(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}
