import { loadEnvironment, readConfig, secretKeys } from '../corpus/config.ts';
import { messageOf } from '../corpus/errors.ts';
import { scrub, silentLog } from '../corpus/log.ts';
import { reportText, runChecks } from './health/doctor-checks.ts';
import { dataChecks } from './health/doctor-data.ts';
import { telegramChecks } from './health/doctor-telegram.ts';

/** `npm run doctor`: looks at everything the bot needs and says what to do. Ends with 1 when something must be mended. */
async function main(): Promise<number> {
  const config = readConfig(loadEnvironment());
  const secrets = secretKeys.flatMap((key) => config[key] ?? []);
  const findings = await runChecks(
    [...dataChecks(config, silentLog()), ...telegramChecks(config)],
    messageOf,
  );
  console.log(scrub(reportText(findings), secrets));
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(scrub(messageOf(error), []));
    process.exit(1);
  },
);
