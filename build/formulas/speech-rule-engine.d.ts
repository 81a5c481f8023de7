declare module 'speech-rule-engine/lib/sre.js' {
  const engine: {
    setupEngine(options: Record<string, unknown>): Promise<unknown>;
    engineReady(): Promise<unknown>;
    toSpeech(mathml: string): string;
  };
  export default engine;
}
