// What keys and selections add to pages that are complete without them.
(function () {
  'use strict';
  var doc = document;
  function all(selector, from) { return Array.from((from || doc).querySelectorAll(selector)); }
  function isOff() { try { return localStorage.getItem('parley-keys') === 'off'; } catch (e) { return false; } }
  function inField(target) { return target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) && target.type !== 'checkbox'; }

  var off = doc.getElementById('keys-off');
  if (off) {
    off.checked = isOff();
    off.addEventListener('change', function () { try { localStorage.setItem('parley-keys', off.checked ? 'off' : 'on'); } catch (e) { /* private window */ } });
  }

  // The reader.
  var cards = all('[data-article] .card'), at = -1;
  function lit(card, on) {
    all('[data-card]').forEach(function (mark) { if (mark.dataset.card.split(' ').indexOf(card.id) >= 0) mark.classList.toggle('lit', on); });
  }
  function go(index) {
    if (!cards.length) return;
    if (at >= 0) { cards[at].classList.remove('now'); lit(cards[at], false); }
    at = Math.max(0, Math.min(cards.length - 1, index));
    cards[at].classList.add('now');
    lit(cards[at], true);
    cards[at].focus({ preventScroll: true });
    cards[at].scrollIntoView({ block: 'center' });
  }
  cards.forEach(function (card, index) { card.addEventListener('focusin', function () { if (index !== at && !card.classList.contains('now')) { if (at >= 0) { cards[at].classList.remove('now'); lit(cards[at], false); } at = index; card.classList.add('now'); lit(card, true); } }); });
  if (location.hash) {
    var wanted = cards.findIndex(function (card) { return '#' + card.id === location.hash; });
    if (wanted >= 0) go(wanted);
  }
  function nextOpen() {
    for (var step = 1; step <= cards.length; step++) {
      var index = (at + step + cards.length) % cards.length;
      if (cards[index].classList.contains('pos') && !cards[index].dataset.state) { go(index); return; }
    }
  }
  function open(kind) {
    var pane = at >= 0 && cards[at].querySelector('details.' + kind);
    if (!pane) return;
    pane.open = true;
    var words = String(getSelection());
    var field = pane.querySelector(kind === 'edit' ? '[name=words]' : '[name=reason]');
    if (kind === 'edit' && words && getSelection().anchorNode.parentElement.closest('.tx')) field.value = words;
    field.focus();
  }
  var readerKeys = {
    j: function () { go(at + 1); }, k: function () { go(at - 1); }, n: nextOpen,
    a: function () { var button = at >= 0 && cards[at].querySelector('button[value=accept]'); if (button) button.click(); },
    e: function () { open('edit'); }, r: function () { open('turn'); },
    u: function () { var form = doc.getElementById('undo'); if (form) form.requestSubmit(); }
  };

  // The date of view.
  var rail = doc.querySelector('[data-days]');
  function step(by) {
    var address = new URL(location.href), now = address.searchParams.get('known'), days = rail.dataset.days.split(' ').filter(Boolean);
    var index = now ? days.findIndex(function (day) { return day >= now; }) : days.length - 1;
    if (index < 0) index = days.length - 1;
    var next = days[Math.max(0, Math.min(days.length - 1, index + by))];
    if (next) { address.searchParams.set('known', next); location.href = address.href; }
  }
  if (rail) {
    var asked = new URL(location.href).searchParams;
    ['on', 'known'].forEach(function (name) { var field = rail.querySelector('[name=' + name + ']'); if (field && asked.get(name)) field.value = asked.get(name); });
    rail.addEventListener('submit', function () { all('input', rail).forEach(function (field) { if (!field.value) field.disabled = true; }); });
  }

  // Articles that are being added.
  var live = doc.querySelector('[data-events]');
  if (live && window.EventSource) {
    var list = live.querySelector('ol'), status = live.querySelector('[role=status]');
    // What stands there already is sent again, and takes its place.
    list.textContent = '';
    var stream = new EventSource(live.dataset.events);
    stream.addEventListener('article', function (event) {
      var step = JSON.parse(event.data), item = doc.createElement('li');
      var title = doc.createElement(step.to ? 'a' : 'span'), outcome = doc.createElement('b'), more = doc.createElement('span');
      title.textContent = step.title;
      if (step.to) title.href = step.to;
      outcome.textContent = step.outcome;
      more.textContent = step.message;
      more.className = 'quiet small';
      item.dataset.outcome = step.outcome;
      item.append(title, ' ', outcome, ' ', more);
      list.append(item);
      status.textContent = 'At work; what is done so far: ' + list.children.length + '.';
    });
    stream.addEventListener('done', function () {
      stream.close();
      status.textContent = 'All done.';
      var again = live.querySelector('p a');
      if (again) again.remove();
    });
  }

  // Maps are moved and made larger; the picture is complete without.
  all('.map:not(.series) svg[viewBox]').forEach(function (svg) {
    var whole = svg.getAttribute('viewBox').split(/[ ,]+/).map(Number), box = whole.slice(), start = null;
    function show() {
      box[2] = Math.min(box[2], whole[2]);
      box[3] = box[2] * whole[3] / whole[2];
      box[0] = Math.max(whole[0], Math.min(whole[0] + whole[2] - box[2], box[0]));
      box[1] = Math.max(whole[1], Math.min(whole[1] + whole[3] - box[3], box[1]));
      svg.setAttribute('viewBox', box.join(' '));
      tools.querySelector('[data-do=whole]').disabled = box[2] === whole[2];
    }
    // Makes it larger by a factor around a point, given as shares of the picture.
    function zoom(factor, x, y) {
      var width = Math.max(whole[2] / 40, Math.min(whole[2], box[2] / factor)), height = width * whole[3] / whole[2];
      box = [box[0] + (box[2] - width) * x, box[1] + (box[3] - height) * y, width, height];
      show();
    }
    function move(x, y) { box[0] += x * box[2]; box[1] += y * box[3]; show(); }
    var acts = {
      'in': ['+', 'Make the map larger', function () { zoom(1.5, 0.5, 0.5); }], out: ['\u2212', 'Make the map smaller', function () { zoom(1 / 1.5, 0.5, 0.5); }],
      left: ['\u2190', 'Show what lies west', function () { move(-0.25, 0); }], right: ['\u2192', 'Show what lies east', function () { move(0.25, 0); }],
      up: ['\u2191', 'Show what lies north', function () { move(0, -0.25); }], down: ['\u2193', 'Show what lies south', function () { move(0, 0.25); }],
      whole: ['whole', 'Show the whole map', function () { box = whole.slice(); show(); }]
    };
    var tools = doc.createElement('div');
    tools.className = 'zoom noprint';
    tools.setAttribute('role', 'group');
    tools.setAttribute('aria-label', 'Move the map');
    Object.keys(acts).forEach(function (name) {
      var button = doc.createElement('button');
      button.type = 'button';
      button.dataset.do = name;
      button.textContent = acts[name][0];
      button.setAttribute('aria-label', acts[name][1]);
      button.addEventListener('click', acts[name][2]);
      tools.append(button);
    });
    svg.parentElement.before(tools);
    show();
    svg.addEventListener('wheel', function (event) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      var frame = svg.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, (event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
    }, { passive: false });
    svg.addEventListener('pointerdown', function (event) {
      if (event.button || box[2] === whole[2]) return;
      start = [event.clientX, event.clientY];
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener('pointermove', function (event) {
      if (!start) return;
      var frame = svg.getBoundingClientRect();
      move((start[0] - event.clientX) / frame.width, (start[1] - event.clientY) / frame.height);
      start = [event.clientX, event.clientY];
    });
    ['pointerup', 'pointercancel'].forEach(function (kind) { svg.addEventListener(kind, function () { start = null; }); });
  });

  // The timeline.
  var places = all('.tl a');
  places.forEach(function (place) {
    var row = doc.getElementById(place.getAttribute('href').slice(1));
    ['focus', 'mouseenter'].forEach(function (kind) { place.addEventListener(kind, function () { if (row) row.classList.add('on'); }); });
    ['blur', 'mouseleave'].forEach(function (kind) { place.addEventListener(kind, function () { if (row) row.classList.remove('on'); }); });
  });

  var waitsForPlace = false;
  doc.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || isOff()) {
      if (event.key === 'Escape' && event.target.closest && event.target.closest('details')) {
        var pane = event.target.closest('details'), card = pane.closest('.card');
        pane.open = false;
        if (card) card.focus();
      }
      return;
    }
    var key = event.key;
    if (waitsForPlace) {
      waitsForPlace = false;
      var link = doc.querySelector('.nav [data-key="' + CSS.escape(key) + '"]');
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    var index = places.indexOf(doc.activeElement);
    if (index >= 0 && (key === 'ArrowRight' || key === 'ArrowLeft')) {
      event.preventDefault();
      var next = places[index + (key === 'ArrowRight' ? 1 : -1)];
      if (next) next.focus();
    } else if (key === '/') {
      var field = doc.getElementById('q');
      if (field) { event.preventDefault(); field.focus(); }
    } else if (key === '?') {
      var help = doc.querySelector('.foot a[href*="help"]');
      if (help) help.click();
    } else if (key === 'g') {
      waitsForPlace = true;
    } else if (rail && (key === '[' || key === ']')) {
      step(key === '[' ? -1 : 1);
    } else if (cards.length && readerKeys[key]) {
      event.preventDefault();
      readerKeys[key]();
    } else if (/^[1-4]$/.test(key)) {
      var box = doc.getElementById('l' + key);
      if (box) box.checked = !box.checked;
    }
  });
})();
