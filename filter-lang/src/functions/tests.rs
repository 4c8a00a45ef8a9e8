use super::*;

/// Calls a function with lists of values of the given types.
fn check(name: &str, args: &[(Type, &[Value<'static>])], expect: &[Value<'static>]) {
    let function = lookup(name).unwrap();
    let types: Vec<_> = args.iter().map(|(ty, _)| *ty).collect();
    let lists: Vec<_> = args.iter().map(|(_, list)| list.to_vec()).collect();
    assert!((function.check)(&types).is_ok(), "{name}");
    assert_eq!((function.eval)(&lists, &types), expect, "{name}");
}

fn refuses(name: &str, ty: Type) {
    assert!((lookup(name).unwrap().check)(&[ty]).is_err(), "{name} of {ty:?}");
}

#[test]
fn texts() {
    let u16s = (Type::Uint(16), &[Value::Uint(80), Value::Uint(0)][..]);
    check("string", &[u16s], &[Value::str("80"), Value::str("0")]);
    check("dec", &[u16s], &[Value::str("80"), Value::str("0")]);
    check("hex", &[u16s], &[Value::str("0x0050"), Value::str("0x0000")]);
    check(
        "string",
        &[(Type::Ether, &[Value::bytes(&[0, 9, 0x6b, 0x88, 0xf5, 0xc9])])],
        &[Value::str("00:09:6b:88:f5:c9")],
    );
    check("string", &[(Type::Oid, &[Value::bytes(&[0x2b, 6, 0x81, 0])])], &[Value::str("1.3.6.128")]);
    check("upper", &[(Type::String, &[Value::str("aé")])], &[Value::str("Aé")]);
    check("lower", &[(Type::String, &[Value::str("AÉ")])], &[Value::str("aÉ")]);
    for ty in [Type::Boolean, Type::Bytes, Type::AbsoluteTime, Type::Char, Type::Int(24), Type::String] {
        refuses("string", ty);
    }
    refuses("hex", Type::Ipv4);
}

#[test]
fn numbers() {
    check("len", &[(Type::String, &[Value::str("aé")])], &[Value::Uint(2)]);
    check("len", &[(Type::Bytes, &[Value::bytes(&[1, 2, 3])])], &[Value::Uint(3)]);
    refuses("len", Type::AbsoluteTime);
    check("count", &[(Type::Bytes, &[])], &[Value::Uint(0)]);
    let (a, b) = ((Type::Uint(16), &[Value::Uint(5), Value::Uint(9)][..]), (Type::Int(8), &[Value::Int(-1)][..]));
    check("max", &[a, b], &[Value::Uint(9)]);
    check("min", &[a, b], &[Value::Int(-1)]);
    check("max", &[(Type::Uint(8), &[])], &[]);
    check("abs", &[b], &[Value::Int(1)]);
    check("abs", &[(Type::Int(64), &[Value::Int(i64::MIN)])], &[]);
    check("double", &[(Type::RelativeTime, &[Value::Time(1_500_000_000)])], &[Value::Float(1.5)]);
    check("float", &[(Type::Double, &[Value::Float(0.1)])], &[Value::Float(f64::from(0.1f32))]);
    refuses("double", Type::Ether);
}

#[test]
fn addresses() {
    let v4 = |a, b, c, d| Value::ipv4(u32::from_be_bytes([a, b, c, d]));
    let v6 = |text: &str| Value::ipv6(text.parse::<std::net::Ipv6Addr>().unwrap().into());
    let yes_no = [Value::Bool(true), Value::Bool(false)];
    check("ip_rfc1918", &[(Type::Ipv4, &[v4(172, 31, 0, 1), v4(172, 32, 0, 1)])], &yes_no);
    check("ip_linklocal", &[(Type::Ipv6, &[v6("febf::1"), v6("fec0::1")])], &yes_no);
    check("ip_multicast", &[(Type::Ipv4, &[v4(239, 0, 0, 1), v4(240, 0, 0, 1)])], &yes_no);
    check("ip_ula", &[(Type::Ipv6, &[v6("fd00::1"), v6("fe00::1")])], &yes_no);
    check(
        "ip_special_name",
        &[(Type::Ipv4, &[v4(192, 0, 0, 9), v4(8, 8, 8, 8)])],
        &[Value::str("Port Control Protocol Anycast")],
    );
    check("ip_special_mask", &[(Type::Ipv6, &[v6("::1"), v6("64:ff9b::1")])], &[Value::Uint(1), Value::Uint(30)]);
    refuses("ip_ula", Type::Ipv4);
}
