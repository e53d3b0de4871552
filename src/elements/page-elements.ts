/** The elements of every page, in one file: each file more is a journey more. What is large comes later, by itself. */
import './code-sandbox-near.ts';
import './quiz-question.ts';
import './site-break-it.ts';
import './site-decision.ts';
import './site-evidence.ts';
import './site-explorable.ts';
import './site-notices.ts';
import './site-parts.ts';
import './site-prediction.ts';
import './site-resume.ts';
import './site-ruler.ts';
import './site-shown-story.ts';
import './site-solved.ts';
import './static-files-on-paper.ts';
import './theme-switch.ts';
import './window-worksheet-near.ts';
