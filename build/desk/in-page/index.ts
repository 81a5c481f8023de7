/* The desk’s page in the browser. */
document.title = 'desk';
