import '/app/shell/app.js';
