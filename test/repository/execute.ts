import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program in a folder. The error of a failure contains the program's output. */
export async function execute(command: string, args: readonly string[], folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { cwd: folder, windowsHide: true });
  return stdout;
}
